package io.cliprelay.worker.spi;

import java.util.stream.Collectors;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.platform.Composition;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PostText;
import io.cliprelay.contracts.platform.TextFinding;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.upload.UploadFailure;

/** The texts of an upload's post. */
public final class ComposedText {

    private ComposedText() {}

    /**
     * The texts that {@code content} has on the platform. They fitted when the clip was accepted; where they do not any
     * more, as the rules may have changed since, throws {@link UploadException}: refused, and invalid input.
     */
    public static Composition.Fitting of(PlatformDescriptor platform, PostContent content) {
        return switch (PostText.compose(platform, content)) {
            case Composition.Fitting fitting -> fitting;
            case Composition.Unfitting unfitting ->
                throw UploadException.refused(new UploadFailure.InvalidInput(reason(unfitting)));
        };
    }

    private static UploadFailure.Reason reason(Composition.Unfitting unfitting) {
        FieldError first = unfitting.findings().getFirst().error();
        String all = unfitting.findings().stream()
                .map(TextFinding::error)
                .map(FieldError::detail)
                .collect(Collectors.joining(" "));
        return new UploadFailure.Reason(first.code(), all, first.fix() + " Then submit the clip again.");
    }
}
