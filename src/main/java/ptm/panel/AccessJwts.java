package ptm.panel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

import ptm.account.AccountId;
import ptm.account.ServerSecret;
import ptm.account.Session;

/** Access tokens of sessions: short-lived JWTs whose key, type and audience no other token shares. */
@Component
class AccessJwts {
    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String PURPOSE = "ptm-access";
    private static final String SESSION = "sid";

    private final NimbusJwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final Clock clock;

    AccessJwts(ServerSecret secret, Clock clock) {
        SecretKey key = new SecretKeySpec(secret.derive(PURPOSE), "HmacSHA256");
        this.encoder = NimbusJwtEncoder.withSecretKey(key).build();
        this.decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).validateType(false).build();
        this.clock = clock;
        decoder.setJwtValidator(validator(clock));
    }

    private static OAuth2TokenValidator<Jwt> validator(Clock clock) {
        var time = new JwtTimestampValidator(Duration.ZERO);
        time.setClock(clock);
        time.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(List.of(time, new JwtTypeValidator(PURPOSE),
                new JwtAudienceValidator(PURPOSE)));
    }

    /** Which session an access token stands for. */
    record Claim(AccountId account, UUID session) {}

    String issue(Session session) {
        Instant now = clock.instant();
        var header = JwsHeader.with(MacAlgorithm.HS256).type(PURPOSE).build();
        var claims = JwtClaimsSet.builder().audience(List.of(PURPOSE)).subject(session.account().id().toString())
                .claim(SESSION, session.id().toString()).issuedAt(now).expiresAt(now.plus(LIFETIME)).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /** What a token says, if it is one of ours and good now; whether the session lasts is another question. */
    Optional<Claim> read(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            return Optional.of(new Claim(new AccountId(Long.parseLong(jwt.getSubject())),
                    UUID.fromString(jwt.getClaimAsString(SESSION))));
        } catch (JwtException _) {
            return Optional.empty();
        }
    }
}
