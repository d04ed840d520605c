package ptm.panel;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

import ptm.account.AccessTokens;
import ptm.account.Sessions;

/** Tells who brings a bearer token: an API token of a person, or the access token of a session that still lasts. */
@Component
class BearerSignIn implements AuthenticationManager {
    private final AccessTokens tokens;
    private final AccessJwts jwts;
    private final Sessions sessions;

    BearerSignIn(AccessTokens tokens, AccessJwts jwts, Sessions sessions) {
        this.tokens = tokens;
        this.jwts = jwts;
        this.sessions = sessions;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String token = ((BearerTokenAuthenticationToken) request).getToken();
        return byJwt(token).or(() -> tokens.authenticate(token).map(account -> new Person(account, null)))
                .orElseThrow(() -> new InvalidBearerTokenException("unknown or expired"));
    }

    private Optional<Person> byJwt(String token) {
        return jwts.read(token).flatMap(claim -> sessions.find(claim.account(), claim.session())
                .map(account -> new Person(account, claim.session())));
    }
}
