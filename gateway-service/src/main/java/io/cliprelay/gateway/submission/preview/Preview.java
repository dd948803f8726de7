package io.cliprelay.gateway.submission.preview;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What would become of a clip if it were handed in now. Nothing is stored, and the video itself is not looked into.
 *
 * @param acceptable whether it would be taken
 * @param targets each target as it would go out, in their order
 * @param findings all that should be known, the errors first
 */
@Schema(name = "ClipPreview")
public record Preview(boolean acceptable, List<TargetPreview> targets, List<Remark> findings) {

    public Preview {
        targets = List.copyOf(targets);
        findings = List.copyOf(findings);
    }
}
