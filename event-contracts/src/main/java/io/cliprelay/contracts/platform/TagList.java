package io.cliprelay.contracts.platform;

import java.util.ArrayList;
import java.util.List;

/** The tags of platforms that have them beside the texts; plain functions. */
final class TagList {

    private TagList() {}

    /** Each tag once; where the clip lets its texts be cut, without the last ones that are too much. */
    static List<String> of(ClipText clip, TagRule rule) {
        List<String> tags = Hashtags.distinct(clip.tags());
        return clip.truncate()
                ? tags.subList(
                        0,
                        Halving.most(
                                tags.size(),
                                count -> rule.totalLength(tags.subList(0, count)) <= rule.maxTotalLength()))
                : tags;
    }

    /** All that is wrong with the tags, which have become {@code tags}. */
    static List<TextFinding> findings(ClipText clip, List<String> tags, TagRule rule, String platform) {
        List<TextFinding> findings = new ArrayList<>();
        int length = rule.totalLength(tags);
        if (length > rule.maxTotalLength()) {
            findings.add(new TextFinding.TooLong(
                    TextPart.HASHTAGS,
                    "The list of tags",
                    platform,
                    rule.maxTotalLength(),
                    length,
                    rule.unit(),
                    clip.truncate()));
        }
        for (int index = 0; index < clip.tags().size(); index++) {
            int at = index;
            String tag = clip.tags().get(index);
            if (tag.isBlank()) {
                findings.add(new TextFinding.BlankTag(index));
            }
            FieldFindings.forbidden(tag, rule.forbiddenCharacters())
                    .map(found -> new TextFinding.Forbidden("/tags/" + at, "tag", found, platform))
                    .ifPresent(findings::add);
        }
        return findings;
    }
}
