package org.branchline.conversation.engine;

import org.branchline.conversation.playbook.Kind;

/** The form of each kind. */
enum Forms implements Kind.Cases<Form> {
    ALL;

    private static final Form NOTE = new NoteForm();
    private static final Form CHOICE = new ChoiceForm();
    private static final Form TICKS = new TicksForm();
    private static final Form SHORT_TEXT = new ShortTextForm();
    private static final Form LONG_TEXT = new LongTextForm();
    private static final Form LANGUAGE = new LanguageForm();
    private static final Form NAME = new NameForm();
    private static final Form BRANCH = new BranchForm();
    private static final Form TIMEZONE = new TimezoneForm();

    @Override
    public Form note(Kind.Note kind) {
        return NOTE;
    }

    @Override
    public Form yesNo(Kind.YesNo kind) {
        return CHOICE;
    }

    @Override
    public Form one(Kind.One kind) {
        return CHOICE;
    }

    @Override
    public Form several(Kind.Several kind) {
        return TICKS;
    }

    @Override
    public Form figure(Kind.Figure kind) {
        return new FigureForm(kind);
    }

    @Override
    public Form date(Kind.Date kind) {
        return new DateForm(kind);
    }

    @Override
    public Form shortText(Kind.ShortText kind) {
        return SHORT_TEXT;
    }

    @Override
    public Form longText(Kind.LongText kind) {
        return LONG_TEXT;
    }

    @Override
    public Form availability(Kind.Availability kind) {
        return TICKS;
    }

    @Override
    public Form language(Kind.Language kind) {
        return LANGUAGE;
    }

    @Override
    public Form name(Kind.Name kind) {
        return NAME;
    }

    @Override
    public Form consent(Kind.Consent kind) {
        return new ConsentForm(kind);
    }

    @Override
    public Form branch(Kind.Branch kind) {
        return BRANCH;
    }

    @Override
    public Form timezone(Kind.Timezone kind) {
        return TIMEZONE;
    }
}
