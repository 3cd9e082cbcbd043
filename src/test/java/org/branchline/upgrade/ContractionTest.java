package org.branchline.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations since the last release leave alone what its processes use, on samples and on our own. */
class ContractionTest {

    private static final Migration RELEASED = new Migration("V7__ground.sql", """
            create table walk (
              organisation integer not null, id bigint, state text not null check (state in ('open', 'shut')), note text,
              constraint walk_note_key unique (organisation, note)
            );
            create index walk_by_state on walk (organisation, state);
            create unique index walk_once on walk (organisation, id);
            """);

    @Test
    void migrations_since_the_last_release_only_expand_or_say_what_they_contract() {
        // When
        List<String> problems = new Contraction(Migration.packaged(), Release.all()).problems();

        // Then
        assertThat(problems).isEmpty();
    }

    @Test
    void what_was_released_is_as_it_was() {
        assertThat(Release.all()).isNotEmpty().allSatisfy(release -> assertThat(Migration.digest(release.schema()))
                .isEqualTo(release.digest()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table stop (organisation integer not null); alter table stop add column name text not null",
                "create table stop (name text); create unique index stop_once on stop (name); delete from stop",
                "alter table walk add column length integer",
                "alter table walk add column ends text not null default '' check (ends <> '; drop table walk')",
                "alter table walk add column ends date, add column begins date, add check (begins <= ends)",
                "alter table walk add column host bigint, add foreign key (organisation, host) references member",
                "alter table walk add origin text; create unique index walk_by_origin on walk (organisation, origin)",
                "alter table walk drop constraint walk_state_check,"
                        + " add constraint walk_state_check check (state in ('shut', 'open', 'full'))",
                "drop index walk_by_state; create index walk_by_id on walk (id)",
                "alter table walk alter column note set default 'none'",
                "-- drop table walk;\nupdate walk set note = 'drop table walk; it''s only a text'",
                "do $$ begin update walk set note = trim(note); end $$",
                "create function noted() returns trigger language plpgsql as $f$ begin delete from x; end $f$",
                "call protect('stop'); grant select on walk to branchline_service",
                "comment on column walk.note is 'unused since 0.2.0'"
            })
    void what_adds_is_accepted(String sql) {
        assertThat(problems("V8__more.sql", sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table walk -> the release before uses the table walk",
                "drop view if exists walk_list cascade -> the release before uses the view walk_list",
                "alter table walk drop column note -> uses walk as it was before `drop column note`",
                "alter table walk rename to hike -> uses walk as it was before `rename to hike`",
                "alter table only walk rename column note to remark -> before `rename column note to remark`",
                "ALTER TABLE walk\n"
                        + "  ADD COLUMN ends date NOT NULL -> writes rows of walk without ends: give it a default",
                "alter table walk add column a text, add ends date not null -> writes rows of walk without ends",
                "alter table walk alter column note set not null -> reads and writes walk.note as it was",
                "alter table walk alter note type integer using 1 -> reads and writes walk.note as it was",
                "alter table walk alter column state drop not null -> reads and writes walk.state as it was",
                "alter table walk add check (note <> '') -> may write to walk what this refuses: check (note <> '')",
                "alter table walk add constraint short check (length(note) < 9) not valid -> what this refuses",
                "alter table walk drop constraint walk_state_check, add constraint walk_state_check"
                        + " check (state in ('open', 'full')) -> may write to walk what this refuses",
                "alter table walk drop constraint walk_note_key -> may name walk_note_key with `on conflict`",
                "alter table walk add unique (state) -> may write to walk what this refuses: unique (state)",
                "create unique index walk_alone on walk (state) -> may write to walk twice what is to be unique",
                "drop index walk_once -> may name it with `on conflict`",
                "delete from walk where state = 'shut' -> rows that the release before reads are gone",
                "truncate walk -> rows that the release before reads are gone",
                "do $$ begin execute 'alter table walk drop note'; end $$ -> what a block does with `drop` cannot be"
                        + " read",
                "revoke select on walk from branchline_service -> is not known to be harmless",
                "alter table walk no force row level security -> uses walk as it was before"
            })
    void what_an_older_process_cannot_live_with_is_refused_in_a_sentence(String sample) {
        // Given
        String[] parts = sample.split(" -> ");

        // When
        List<String> problems = problems("V8__less.sql", parts[0]);

        // Then
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("V8__less.sql: `" + parts[0].substring(0, 4).toLowerCase(Locale.ROOT))
                .contains(parts[1], "-- contracts: …, unused since vX.Y.Z");
    }

    @Test
    void what_a_recorded_release_stopped_using_may_go_where_the_file_says_so() {
        // Given
        String sql = "-- contracts: what was noted, unused since v0.2.0\nalter table walk drop column note;";

        // Then
        assertThat(problems("V10__contract_9_notes.sql", sql, release("v0.1.0", 7), release("v0.2.0", 9)))
                .isEmpty();
        assertThat(problems("V10__notes.sql", sql, release("v0.1.0", 7), release("v0.2.0", 9)))
                .singleElement()
                .asString()
                .endsWith("programs older than v0.2.0 must not start on it: name the file V10__contract_9_….sql.");
        assertThat(problems("V10__contract_7_notes.sql", sql, release("v0.1.0", 7)))
                .singleElement()
                .asString()
                .endsWith("v0.2.0 is not among the recorded releases.");
        assertThat(problems("V10__contract_7_notes.sql", sql, release("v0.1.0", 7), release("v0.2.0", 7)))
                .singleElement()
                .asString()
                .contains("v0.2.0 has the schema of v0.1.0");
        assertThat(problems("V10__contract_9_notes.sql", sql + "drop table walk", release("v0.2.0", 9)))
                .singleElement()
                .asString()
                .contains("`drop table walk`");
    }

    private static List<String> problems(String file, String sql, Release... releases) {
        List<Release> known = releases.length == 0 ? List.of(release("v0.1.0", 7)) : List.of(releases);
        return new Contraction(List.of(RELEASED, new Migration(file, sql)), known).problems();
    }

    private static Release release(String name, int schema) {
        return new Release(name, schema, "", "", Map.of());
    }
}
