package ptm.panel;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the panel.
 *
 * @param publicUrl {@code PTM_PUBLIC_URL}: where people reach the panel from outside, without a slash at the end; null
 *                  where only this machine does
 */
@ConfigurationProperties("ptm")
record PanelProperties(@Nullable String publicUrl) {
    PanelProperties {
        publicUrl = publicUrl == null || publicUrl.isBlank() ? null : publicUrl.strip().replaceAll("/+$", "");
    }

    /** Whether people come by TLS, though it may end before it reaches this process. */
    boolean isSecure() {
        return publicUrl != null && publicUrl.startsWith("https:");
    }
}
