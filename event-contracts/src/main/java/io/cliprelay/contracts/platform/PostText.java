package io.cliprelay.contracts.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cliprelay.contracts.clip.PostContent;

/**
 * Makes of a clip's title, description and tags the texts of a platform's post. Plain functions, the same before a clip
 * is accepted and before its upload starts, so that both agree on what fits.
 */
public final class PostText {

    private PostText() {}

    /** The texts of {@code content} on a platform, or all that does not fit. */
    public static Composition compose(PlatformDescriptor platform, PostContent content) {
        return compose(platform, ClipText.of(content));
    }

    /** The same for texts alone. What does not fit is cut only where the clip says so. */
    public static Composition compose(PlatformDescriptor platform, ClipText clip) {
        String name = platform.displayName();
        Map<String, String> texts = new LinkedHashMap<>();
        List<TextFinding> findings = new ArrayList<>();
        for (PostField field : platform.fields()) {
            FieldDraft draft = draft(field, clip);
            texts.put(field.name(), draft.text());
            findings.addAll(FieldFindings.of(draft, clip, name));
        }
        List<String> tags = platform.tags().map(rule -> TagList.of(clip, rule)).orElse(List.of());
        platform.tags().map(rule -> TagList.findings(clip, tags, rule, name)).ifPresent(findings::addAll);
        return findings.isEmpty()
                ? new Composition.Fitting(texts, tags)
                : new Composition.Unfitting(findings.stream().distinct().toList());
    }

    private static FieldDraft draft(PostField field, ClipText clip) {
        FieldDraft whole = FieldDraft.of(field, clip);
        return clip.truncate() ? Truncation.of(whole) : whole;
    }
}
