package io.cliprelay.sandbox.account;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.NonBlocking;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.sandbox.http.JsonBody;

/** {@code /sandbox/accounts}: who can be posted to, on every platform. */
@Path("/sandbox/accounts")
@NonBlocking
public class AccountResource {

    private final List<PlatformAccounts> platforms;
    private final JsonBody json;

    AccountResource(@All List<PlatformAccounts> platforms, JsonBody json) {
        this.platforms = platforms;
        this.json = json;
    }

    @GET
    public List<AccountView> all() {
        return platforms.stream().flatMap(platform -> platform.all().stream()).toList();
    }

    /** Makes an account and a token that speaks for it. */
    @POST
    @Path("{platform}")
    public RestResponse<AccountView> open(String platform, String wish) {
        PlatformAccounts accounts = platforms.stream()
                .filter(known -> known.platform().equals(platform))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("No accounts of " + platform));
        return RestResponse.status(RestResponse.Status.CREATED, accounts.open(json.as(wish, AccountWish.class)));
    }
}
