package io.cliprelay.sandbox.instagram;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The errors of publishing (the guide's error codes, and what clients saw), by name. */
final class GraphErrors {

    private static final Map<String, GraphError> ROWS =
            rows().collect(Collectors.toMap(GraphError::name, Function.identity()));

    private GraphErrors() {}

    static Optional<GraphError> row(String name) {
        return Optional.ofNullable(ROWS.get(name));
    }

    static Set<String> names() {
        return ROWS.keySet();
    }

    private static Stream<GraphError> rows() {
        return Stream.of(tokens(), limits(), publishing(), media(), general()).flatMap(Function.identity());
    }

    private static Stream<GraphError> tokens() {
        return Stream.of(
                GraphError.of(190, "Invalid OAuth access token - Cannot parse access token"),
                GraphError.of(190, 458, "Error validating access token: The user has not authorized application."),
                GraphError.of(
                        190,
                        459,
                        "Error validating access token: You cannot access the app till you log in to www.instagram.com and follow the instructions given."),
                GraphError.of(
                        190,
                        460,
                        "Error validating access token: The session has been invalidated because the user changed their password."),
                GraphError.of(190, 463, "Error validating access token: Session has expired."),
                GraphError.of(
                        190,
                        464,
                        "Error validating access token: Sessions for the user are not allowed because the user is not a confirmed user."),
                GraphError.of(190, 467, "Error validating access token: This token is invalid."),
                GraphError.of(190, 492, "Error validating access token: The session is invalid."),
                GraphError.of(102, "Session key invalid or no longer valid"),
                GraphError.of(10, "(#10) Application does not have permission for this action"),
                GraphError.of(3, "(#3) Application does not have the capability to make this API call."),
                GraphError.of(200, "(#200) The user hasn't authorized the application to perform this action"),
                GraphError.of(25, 2207050, "The Instagram account is restricted or inactive."));
    }

    private static Stream<GraphError> limits() {
        return Stream.of(
                GraphError.of(4, "(#4) Application request limit reached"),
                GraphError.of(17, "(#17) User request limit reached"),
                GraphError.of(32, "(#32) Page request limit reached"),
                GraphError.of(613, "(#613) Calls to this api have exceeded the rate limit."),
                GraphError.of(341, "(#341) Feed action request limit reached"),
                GraphError.of(
                        80002,
                        "(#80002) There have been too many calls to this Instagram account. Wait a bit and try again."),
                GraphError.of(
                        9,
                        2207042,
                        "Application request limit reached: the maximum number of posts that is allowed to be published by the Content Publishing API"),
                GraphError.of(368, "The action attempted has been deemed abusive or is otherwise disallowed"));
    }

    private static Stream<GraphError> publishing() {
        return Stream.of(
                GraphError.of(4, 2207051, "Application request limit reached"),
                GraphError.of(24, 2207006, "The requested resource does not exist"),
                GraphError.of(24, 2207008, "The media builder with creation id does not exist or has expired"),
                GraphError.of(-2, 2207020, "The media you are trying to access has expired"),
                GraphError.of(9007, 2207027, "Media ID is not available"));
    }

    private static Stream<GraphError> media() {
        return Stream.of(
                GraphError.of(-1, 2207001, "Instagram server error. Try again."),
                GraphError.of(-1, 2207032, "Create media fail, please try to re-create media"),
                GraphError.of(-1, 2207053, "unknown upload error"),
                GraphError.of(-2, 2207003, "It takes too long to download the media."),
                GraphError.of(
                        1, 2207057, "Thumbnail offset must be greater than or equal to 0 and less than video duration"),
                GraphError.of(100, 2207023, "The media type is unknown"),
                GraphError.of(100, 2207028, "Your post won't work as a carousel."),
                GraphError.of(100, 2207035, "Product tag positions should not be specified for video media."),
                GraphError.of(100, 2207036, "Product tag positions are required for photo media."),
                GraphError.of(100, 2207037, "We couldn't add all of your product tags."),
                GraphError.of(100, 2207040, "Cannot use more than 20 tags per created media."),
                GraphError.of(352, 2207026, "The video format is not supported."),
                GraphError.of(9004, 2207052, "Only photo or video can be accepted as media type."),
                GraphError.of(36000, 2207004, "The image is too large to download."),
                GraphError.of(36001, 2207005, "The image format is not supported."),
                GraphError.of(36003, 2207009, "The submitted image with aspect ratio cannot be published."),
                GraphError.of(36004, 2207010, "The caption was too long."),
                GraphError.of(100, 2207081, "Trial reels are not supported for this account."));
    }

    private static Stream<GraphError> general() {
        return Stream.of(
                new GraphError(500, 1, OptionalInt.empty(), "An unknown error occurred", true),
                new GraphError(503, 2, OptionalInt.empty(), "Service temporarily unavailable", true),
                GraphError.of(100, "(#100) Invalid parameter"),
                GraphError.of(
                        100,
                        33,
                        "Unsupported get request. Object with this ID does not exist, cannot be loaded due to missing permissions, or does not support this operation."),
                GraphError.of(506, "Duplicate status message"),
                GraphError.of(803, "(#803) Some of the aliases you requested do not exist"));
    }
}
