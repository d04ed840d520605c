package ptm.account;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of this module.
 *
 * @param registration   {@code PTM_REGISTRATION}: approval (default), open or closed
 * @param bootstrapToken {@code PTM_BOOTSTRAP_TOKEN}: an API token of the owner, 32 characters or more; null if unset
 */
@ConfigurationProperties("ptm")
record AccountProperties(@Nullable String registration, @Nullable String bootstrapToken) {
    static final int SHORTEST_TOKEN = 32;

    AccountProperties {
        registration = registration == null || registration.isBlank() ? "approval" : registration.strip();
        bootstrapToken = bootstrapToken == null || bootstrapToken.isBlank() ? null : bootstrapToken.strip();
        policyOf(registration);
        if (bootstrapToken != null && bootstrapToken.length() < SHORTEST_TOKEN)
            throw new IllegalArgumentException(
                    "PTM_BOOTSTRAP_TOKEN: " + SHORTEST_TOKEN + " characters or more are expected");
    }

    Registration policy() {
        return policyOf(registration == null ? "approval" : registration);
    }

    private static Registration policyOf(String setting) {
        return switch (setting.toLowerCase(Locale.ROOT)) {
            case "approval" -> Registration.APPROVAL;
            case "open" -> Registration.OPEN;
            case "closed" -> Registration.CLOSED;
            default -> throw new IllegalArgumentException("PTM_REGISTRATION: approval, open or closed is expected");
        };
    }
}
