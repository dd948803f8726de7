package io.cliprelay.gateway.submission.rule;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.HashtagRule;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.MediaRules;
import io.cliprelay.contracts.platform.OptionRule;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PostField;
import io.cliprelay.contracts.platform.TagRule;
import io.cliprelay.contracts.platform.TextPart;
import io.cliprelay.contracts.platform.TextRule;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.account.Account;
import io.cliprelay.gateway.media.Finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SubmissionRulesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Account DEMO = account("youtube", "demo");
    private static final Account CAPTIONS = account("captions", "demo");
    private static final Account FIRST = account("reels", "first");
    private static final Account SECOND = account("reels", "second");

    static Stream<Arguments> whatIsWrong() {
        return Stream.of(
                wrong(
                        "unknown platform",
                        "{'targets':[{'platform':'myspace'}]}",
                        "/targets/0/platform platform.unknown"),
                wrong("no platform", "{'targets':[{}]}", "/targets/0/platform platform.missing"),
                wrong(
                        "two ways to say when",
                        "{'schedule':{'at':'2026-07-01T00:00:00Z','slot':'next'}}",
                        "/schedule schedule.ambiguous"),
                wrong("a zone and no time", "{'schedule':{'zone':'UTC'}}", "/schedule/local schedule.local-missing"),
                wrong(
                        "a local time and no zone",
                        "{'schedule':{'local':'2026-07-01T18:00'}}",
                        "/schedule/zone zone.missing"),
                wrong(
                        "an unknown zone",
                        "{'schedule':{'local':'2026-07-01T18:00','zone':'Europe/Atlantis'}}",
                        "/schedule/zone zone.unknown"),
                wrong(
                        "no local time",
                        "{'schedule':{'local':'2026-07-01T18:00Z','zone':'UTC'}}",
                        "/schedule/local schedule.local-invalid"),
                wrong(
                        "a local time that is past there",
                        "{'schedule':{'local':'2026-06-01T13:59','zone':'Europe/Berlin'}}",
                        "/schedule/local schedule.past"),
                wrong("a deadline that is past", "{'notAfter':'2026-06-01T11:59:59Z'}", "/notAfter deadline.past"),
                wrong(
                        "a deadline before the time",
                        "{'notAfter':'2026-07-01T00:00:00Z','schedule':{'at':'2026-07-01T00:00:01Z'}}",
                        "/notAfter deadline.before-schedule"),
                wrong(
                        "a deadline before the last of those that follow each other",
                        "{'notAfter':'2026-06-01T12:09:59Z','stagger':{},'targets':[{'platform':'youtube'},"
                                + "{'platform':'reels','account':'first'}]}",
                        "/notAfter deadline.before-schedule"),
                wrong("no gap", "{'stagger':{'gap':'PT0S'}}", "/stagger/gap stagger.gap-invalid"),
                wrong("a gap of months", "{'stagger':{'gap':'PT1000H'}}", "/stagger/gap stagger.gap-invalid"),
                wrong(
                        "more jitter than gap",
                        "{'stagger':{'gap':'PT5M','jitter':'PT6M'}}",
                        "/stagger/jitter stagger.jitter-too-long"),
                wrong(
                        "more jitter than the usual gap",
                        "{'stagger':{'jitter':'PT11M'}}",
                        "/stagger/jitter stagger.jitter-too-long"),
                wrong(
                        "an order with a stranger",
                        "{'stagger':{'order':['youtube','reels']}}",
                        "/stagger/order/1 stagger.order-unknown"),
                wrong(
                        "an order with a repeat",
                        "{'stagger':{'order':['youtube','youtube']}}",
                        "/stagger/order/1 stagger.order-repeated"),
                wrong("staggered slots", "{'schedule':{'slot':'next'},'stagger':{}}", "/stagger stagger.in-slots"),
                wrong("a digest that is none", "{'sha256':'abc'}", "/sha256 media.digest-malformed"),
                wrong("no title", "{'title':null}", "/title title.missing"),
                wrong("blank title", "{'title':'  '}", "/title title.missing"),
                wrong("title too long", "{'title':'" + "x".repeat(101) + "'}", "/title title.too-long"),
                wrong("title with <", "{'title':'a<b'}", "/title title.forbidden-character"),
                wrong("title with >", "{'title':'a>b'}", "/title title.forbidden-character"),
                wrong("title with NUL", "{'title':'a\\u0000b'}", "/title text.control-character"),
                wrong(
                        "a target's title too long",
                        "{'targets':[{'platform':'youtube','title':'" + "x".repeat(101) + "'}]}",
                        "/targets/0/title title.too-long"),
                wrong(
                        "description too long in bytes",
                        "{'description':'" + "é".repeat(26) + "'}",
                        "/description description.too-long"),
                wrong("description with <", "{'description':'<b>'}", "/description description.forbidden-character"),
                wrong(
                        "tags too long",
                        "{'tags':['" + "x".repeat(250) + "','" + "y".repeat(250) + "']}",
                        "/tags tags.too-long"),
                wrong("blank tag", "{'tags':['ok',' ']}", "/tags/1 tag.blank"),
                wrong("tag with <", "{'tags':['<']}", "/tags/0 tag.forbidden-character"),
                wrong("privacy that the platform lacks", "{'privacy':'unlisted'}", "/privacy privacy.not-offered"),
                wrong(
                        "unknown option",
                        "{'targets':[{'platform':'youtube','options':{'a/b':'c'}}]}",
                        "/targets/0/options/a~1b option.unknown"),
                wrong(
                        "a value that an option does not take",
                        "{'targets':[{'platform':'youtube','options':{'truncate':'yes'}}]}",
                        "/targets/0/options/truncate option.value-not-offered"),
                wrong(
                        "an option that is to be an instant and is none",
                        "{'targets':[{'platform':'youtube','options':{'publishAt':'tomorrow'}}]}",
                        "/targets/0/options/publishAt option.value-not-offered"),
                wrong(
                        "a caption too long by the clip's description",
                        "{'description':'" + "x".repeat(30) + "','targets':[{'platform':'captions'}]}",
                        "/description description.too-long"),
                wrong(
                        "a caption too long by a later target's own description",
                        "{'targets':[{'platform':'youtube'},{'platform':'captions','description':'" + "x".repeat(30)
                                + "'}]}",
                        "/targets/1/description description.too-long"),
                wrong(
                        "a caption too long by a target's own tags",
                        "{'targets':[{'platform':'captions','tags':['" + "x".repeat(30) + "']}]}",
                        "/targets/0/tags tags.too-long"),
                wrong(
                        "a target's own tag with <",
                        "{'targets':[{'platform':'youtube','tags':['ok','<']}]}",
                        "/targets/0/tags/1 tag.forbidden-character"),
                wrong(
                        "too many hashtags",
                        "{'tags':['a','b','c','d'],'targets':[{'platform':'captions'}]}",
                        "/tags tags.too-many-hashtags"),
                wrong(
                        "very many targets",
                        "{'targets':[" + "{'platform':'nowhere'},".repeat(100) + "{}]}",
                        "/targets values.too-many"),
                wrong("very many tags", "{'tags':[" + "' ',".repeat(500) + "' ']}", "/tags values.too-many"),
                wrong(
                        "very many tags of a target",
                        "{'targets':[{'platform':'captions','options':{'truncate':'true'},'tags':[" + "'a',".repeat(500)
                                + "'a']}]}",
                        "/targets/0/tags values.too-many"),
                wrong("a very long tag", "{'tags':['ok','" + "<".repeat(1001) + "']}", "/tags/1 value.too-long"),
                wrong("a very long title", "{'title':'" + "<".repeat(20_001) + "'}", "/title value.too-long"),
                wrong(
                        "a very long description that may be cut",
                        "{'targets':[{'platform':'captions','options':{'truncate':'true'},'description':'"
                                + "x".repeat(20_001) + "'}]}",
                        "/targets/0/description value.too-long"),
                wrong(
                        "a very long link",
                        "{'media':'https://a.example/" + "x".repeat(8_192) + "'}",
                        "/media value.too-long"),
                wrong(
                        "a very long name",
                        "{'targets':[{'platform':'" + "x".repeat(501) + "'}]}",
                        "/targets/0/platform value.too-long"),
                wrong(
                        "a very long zone",
                        "{'schedule':{'local':'2026-07-01T18:00','zone':'" + "x".repeat(501) + "'}}",
                        "/schedule/zone value.too-long"),
                wrong(
                        "a very long option",
                        "{'targets':[{'platform':'youtube','options':{'" + "x".repeat(501) + "':'y'}}]}",
                        "/targets/0/options value.too-long"),
                wrong("no targets", "{'targets':[]}", "/targets targets.missing"),
                wrong(
                        "one account twice",
                        "{'targets':[{'platform':'youtube'},{'platform':'youtube','account':'demo'}]}",
                        "/targets/1 target.duplicate"),
                wrong(
                        "unknown account",
                        "{'targets':[{'platform':'youtube','account':'other'}]}",
                        "/targets/0/account account.unknown"),
                wrong(
                        "more than one account",
                        "{'targets':[{'platform':'reels'}]}",
                        "/targets/0/account account.ambiguous"),
                wrong("no account there", "{'targets':[{'platform':'lonely'}]}", "/targets/0/account account.none"),
                wrong(
                        "schedule in the past",
                        "{'schedule':{'at':'2026-06-01T11:59:59Z'}}",
                        "/schedule/at schedule.past"),
                wrong("schedule without time", "{'schedule':{}}", "/schedule/at schedule.missing"),
                wrong(
                        "schedule too far",
                        "{'schedule':{'at':'2206-06-01T12:00:00Z'}}",
                        "/schedule/at schedule.too-far"),
                wrong(
                        "a target's schedule in the past",
                        "{'targets':[{'platform':'youtube','schedule':{'at':'2020-01-01T00:00:00Z'}}]}",
                        "/targets/0/schedule/at schedule.past"));
    }

    private static Arguments wrong(String name, String change, String error) {
        return arguments(named(name, change.replace('\'', '"')), error);
    }

    @ParameterizedTest
    @MethodSource("whatIsWrong")
    void eachFaultIsNamedByItsPointer(String change, String error) throws Exception {
        assertThat(errors(changed(change), around())).containsExactly(error);
    }

    @Test
    void allFaultsAreNamedAtOnce() throws Exception {
        ClipSubmission clip = changed("""
                {"title": null, "tags": ["<"], "schedule": {"at": "2020-01-01T00:00:00Z"},
                 "targets": [{"platform": "myspace"}, {"platform": "youtube", "account": "other"}]}
                """);
        Surroundings around = new Surroundings(
                NOW,
                platforms(),
                accounts(),
                Optional.of(new Finding.Unusable("media.empty", "It is empty.", "Fill it.")),
                Optional.empty(),
                Duration.ofMinutes(10),
                7);

        assertThat(errors(clip, around))
                .containsExactlyInAnyOrder(
                        "/media media.empty",
                        "/title title.missing",
                        "/tags/0 tag.forbidden-character",
                        "/schedule/at schedule.past",
                        "/targets/0/platform platform.unknown",
                        "/targets/1/account account.unknown");
    }

    @Test
    void aVideoThatThePlatformDoesNotTakeIsNamed() throws Exception {
        Surroundings around = new Surroundings(
                NOW,
                platforms(),
                accounts(),
                Optional.of(found(1001, "video/x-flv")),
                Optional.empty(),
                Duration.ofMinutes(10),
                7);

        assertThat(errors(changed("{}"), around))
                .containsExactlyInAnyOrder("/media media.too-large", "/media media.type-not-accepted");
    }

    @Test
    void aVideoThatIsTooSmallForThePlatformIsNamed() throws Exception {
        Surroundings around = new Surroundings(
                NOW,
                platforms(),
                accounts(),
                Optional.of(found(99, "video/mp4")),
                Optional.empty(),
                Duration.ofMinutes(10),
                7);

        assertThat(errors(changed("{\"targets\":[{\"platform\":\"captions\"}]}"), around))
                .containsExactly("/media media.too-small");
        assertThat(errors(changed("{}"), around)).isEmpty();
    }

    @Test
    void theFixOfAnUnknownOptionNamesTheKnownOnes() throws Exception {
        ClipSubmission clip = changed("{\"targets\":[{\"platform\":\"youtube\",\"options\":{\"a\":\"b\"}}]}");

        assertThat(((Verdict.Faulty) SubmissionRules.judge(clip, around())).errors())
                .extracting(FieldError::fix)
                .containsExactly("Use one of: auto-publish, categoryId, publishAt, truncate.");
    }

    @Test
    void whatIsTooLongIsTakenWhereTheTargetLetsItBeCut() throws Exception {
        ClipSubmission clip = changed("{\"description\":\"" + "x".repeat(60) + "\",\"targets\":["
                + "{\"platform\":\"youtube\",\"options\":{\"truncate\":\"true\"}},"
                + "{\"platform\":\"captions\",\"options\":{\"truncate\":\"true\"}}]}");

        assertThat(errors(clip, around())).isEmpty();
    }

    @Test
    void withoutPrivacyThePlatformsDefaultHolds() throws Exception {
        Verdict.Sound sound =
                (Verdict.Sound) SubmissionRules.judge(changed("{\"targets\":[{\"platform\":\"captions\"}]}"), around());

        assertThat(sound.targets().getFirst().content().privacy()).isEqualTo(Privacy.PUBLIC);
        assertThat(errors(changed("{\"privacy\":\"private\",\"targets\":[{\"platform\":\"captions\"}]}"), around()))
                .containsExactly("/privacy privacy.not-offered");
    }

    @Test
    void aMissingVideoIsNamed() throws Exception {
        Surroundings around = new Surroundings(
                NOW, platforms(), accounts(), Optional.empty(), Optional.empty(), Duration.ofMinutes(10), 7);

        assertThat(errors(changed("{}"), around)).containsExactly("/media media.missing");
    }

    @Test
    void whatATargetSaysComesBeforeWhatTheClipSays() throws Exception {
        ClipSubmission clip = changed("""
                {"description": "for all", "tags": ["all"], "schedule": {"at": "2026-07-01T00:00:00Z"},
                 "targets": [{"platform": "youtube", "title": "Own", "tags": ["own"], "privacy": "private",
                              "schedule": {"at": "2026-08-01T00:00:00Z"}, "options": {"categoryId": "22"}},
                             {"platform": "reels", "account": "second"}]}
                """);

        Verdict.Sound sound = (Verdict.Sound) SubmissionRules.judge(clip, around());

        PostContent own = sound.targets().get(0).content();
        assertThat(sound.targets()).extracting(ResolvedTarget::account).containsExactly(DEMO, SECOND);
        assertThat(sound.targets())
                .extracting(ResolvedTarget::dueAt)
                .containsExactly(Instant.parse("2026-08-01T00:00:00Z"), Instant.parse("2026-07-01T00:00:00Z"));
        assertThat(own.title()).isEqualTo("Own");
        assertThat(own.description()).isEqualTo("for all");
        assertThat(own.tags()).containsExactly("own");
        assertThat(own.options()).containsEntry("categoryId", "22");
        assertThat(sound.targets().get(1).content().title()).isEqualTo("Holiday");
        assertThat(sound.targets().get(1).content().tags()).containsExactly("all");
    }

    @Test
    void withoutAScheduleItIsDueNowAndWithoutPrivacyItIsPrivate() throws Exception {
        Verdict.Sound sound = (Verdict.Sound) SubmissionRules.judge(changed("{}"), around());

        assertThat(sound.targets().getFirst().dueAt()).isEqualTo(NOW);
        assertThat(sound.targets().getFirst().content().privacy()).isEqualTo(Privacy.PRIVATE);
    }

    @Test
    void anAccountMayBeCalledByItsId() throws Exception {
        ClipSubmission clip = changed("{\"targets\":[{\"platform\":\"reels\",\"account\":\"" + SECOND.id() + "\"}]}");

        Verdict.Sound sound = (Verdict.Sound) SubmissionRules.judge(clip, around());

        assertThat(sound.targets().getFirst().account()).isEqualTo(SECOND);
    }

    @Test
    void aTitleIsMeasuredInThePlatformsUnit() throws Exception {
        ClipSubmission clip = changed("{\"title\":\"" + "😀".repeat(100) + "\"}");

        assertThat(SubmissionRules.judge(clip, around())).isInstanceOf(Verdict.Sound.class);
    }

    private static List<String> errors(ClipSubmission clip, Surroundings around) {
        return switch (SubmissionRules.judge(clip, around)) {
            case Verdict.Sound sound -> List.of();
            case Verdict.Faulty faulty ->
                faulty.errors().stream().map(SubmissionRulesTest::shortly).toList();
        };
    }

    private static String shortly(FieldError error) {
        assertThat(error.detail()).isNotBlank();
        assertThat(error.fix()).isNotBlank();
        return error.pointer() + " " + error.code();
    }

    private static ClipSubmission changed(String change) throws Exception {
        String sound = "{\"media\":\"file:/v.mp4\",\"title\":\"Holiday\",\"targets\":[{\"platform\":\"youtube\"}]}";
        var mapper = EventJson.mapper();
        var tree = (com.fasterxml.jackson.databind.node.ObjectNode) mapper.readTree(sound);
        tree.setAll((com.fasterxml.jackson.databind.node.ObjectNode) mapper.readTree(change));
        return mapper.treeToValue(tree, ClipSubmission.class);
    }

    private static Surroundings around() {
        return new Surroundings(
                NOW,
                platforms(),
                accounts(),
                Optional.of(found(1000, "video/mp4")),
                Optional.empty(),
                Duration.ofMinutes(10),
                7);
    }

    private static List<Account> accounts() {
        return List.of(DEMO, CAPTIONS, FIRST, SECOND);
    }

    private static Finding found(long size, String type) {
        return new Finding.Usable(
                new MediaReference(URI.create("file:/v.mp4"), Optional.of(size), Optional.of(NOW), Optional.of(type)));
    }

    private static Account account(String platform, String name) {
        return new Account(Ids.account("default", platform, name), platform, name);
    }

    private static List<PlatformDescriptor> platforms() {
        return List.of(platform("youtube"), platform("reels"), platform("lonely"), captions());
    }

    /** All in one text of 30 characters, and always public. */
    private static PlatformDescriptor captions() {
        return new PlatformDescriptor(
                "captions",
                "Captions",
                new MediaRules(Set.of("video/mp4"), Optional.of(100L), 1000, Optional.empty(), Optional.empty()),
                List.of(new PostField(
                        "caption",
                        List.of(TextPart.TITLE, TextPart.DESCRIPTION, TextPart.HASHTAGS),
                        " ",
                        new TextRule(false, 30, LengthUnit.CHARACTERS, ""),
                        "",
                        Optional.of(HashtagRule.plain().atMost(3)),
                        Optional.empty())),
                Optional.empty(),
                List.of(Privacy.PUBLIC),
                Optional.of(Privacy.PUBLIC),
                Map.of(),
                3);
    }

    private static PlatformDescriptor platform(String id) {
        return new PlatformDescriptor(
                id,
                id,
                new MediaRules(Set.of("video/mp4"), 1000),
                List.of(
                        PostField.plain("title", TextPart.TITLE, new TextRule(true, 100, LengthUnit.CHARACTERS, "<>")),
                        PostField.plain(
                                "description", TextPart.DESCRIPTION, new TextRule(false, 50, LengthUnit.BYTES, "<>"))),
                Optional.of(new TagRule(500, LengthUnit.CHARACTERS, 1, 2, "<>")),
                List.of(Privacy.PUBLIC, Privacy.PRIVATE),
                Optional.empty(),
                Map.of("categoryId", OptionRule.text("a number"), "publishAt", OptionRule.instant("when")),
                3);
    }
}
