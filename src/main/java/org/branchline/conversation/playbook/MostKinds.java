package org.branchline.conversation.playbook;

/** Cases of which most kinds have the same. */
public abstract class MostKinds<R> implements Kind.Cases<R> {

    protected abstract R otherwise(Kind kind);

    @Override
    public R note(Kind.Note kind) {
        return otherwise(kind);
    }

    @Override
    public R yesNo(Kind.YesNo kind) {
        return otherwise(kind);
    }

    @Override
    public R one(Kind.One kind) {
        return otherwise(kind);
    }

    @Override
    public R several(Kind.Several kind) {
        return otherwise(kind);
    }

    @Override
    public R figure(Kind.Figure kind) {
        return otherwise(kind);
    }

    @Override
    public R date(Kind.Date kind) {
        return otherwise(kind);
    }

    @Override
    public R shortText(Kind.ShortText kind) {
        return otherwise(kind);
    }

    @Override
    public R longText(Kind.LongText kind) {
        return otherwise(kind);
    }

    @Override
    public R availability(Kind.Availability kind) {
        return otherwise(kind);
    }

    @Override
    public R language(Kind.Language kind) {
        return otherwise(kind);
    }

    @Override
    public R name(Kind.Name kind) {
        return otherwise(kind);
    }

    @Override
    public R consent(Kind.Consent kind) {
        return otherwise(kind);
    }

    @Override
    public R branch(Kind.Branch kind) {
        return otherwise(kind);
    }

    @Override
    public R timezone(Kind.Timezone kind) {
        return otherwise(kind);
    }
}
