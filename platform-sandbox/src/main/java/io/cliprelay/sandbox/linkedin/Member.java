package io.cliprelay.sandbox.linkedin;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A member and the consent that it gave.
 *
 * @param name the short name that the sandbox's own API uses
 * @param organizations numbers of those whose page it administers
 */
public record Member(String name, String personId, Set<String> scopes, Set<String> organizations) {

    private static final String PERSON = "urn:li:person:";
    private static final String ORGANIZATION = "urn:li:organization:";

    public Member {
        scopes = Set.copyOf(scopes);
        organizations = Set.copyOf(organizations);
    }

    String urn() {
        return PERSON + personId;
    }

    /** Whether a post may have the author, as far as the member and its consent go. */
    boolean mayPostAs(String author) {
        return author.equals(urn()) && scopes.contains("w_member_social")
                || administers(author) && scopes.contains("w_organization_social");
    }

    /** Whether the member may read the author's posts; those of persons nobody may. */
    boolean mayReadPostsOf(String author) {
        return administers(author) && scopes.contains("r_organization_social");
    }

    /** Whether the member may read what people made of an organisation's posts. */
    boolean mayReadStatisticsOf(String author) {
        return administers(author) && scopes.contains("rw_organization_admin");
    }

    /** Whether the member may read what people made of its own posts. */
    boolean mayReadOwnStatisticsOf(String author) {
        return author.equals(urn()) && scopes.contains("r_member_postAnalytics");
    }

    private boolean administers(String author) {
        return isOrganization(author) && organizations.contains(author.substring(ORGANIZATION.length()));
    }

    static boolean isOrganization(String urn) {
        return urn.startsWith(ORGANIZATION);
    }

    static boolean isAuthor(String urn) {
        return isOrganization(urn) || urn.startsWith(PERSON);
    }

    /** Scopes of a list, whatever separates them. */
    static Set<String> scopes(String list) {
        return Arrays.stream(list.split("[\\s,]+"))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
