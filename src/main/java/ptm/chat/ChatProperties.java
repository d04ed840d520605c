package ptm.chat;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the conversation needs to know of its surroundings.
 *
 * @param publicUrl where the panel is seen from outside, https; absent while it is not
 * @param localPort where it listens on this machine, 8080 if absent
 */
@ConfigurationProperties("ptm")
public record ChatProperties(@Nullable URI publicUrl, @Nullable Integer localPort) {

    /** The panel's page of a task or of all tasks, or null where nobody outside could open it. */
    @Nullable
    String panelLink(String path) {
        return publicUrl == null ? null : publicUrl.resolve("/").toString() + path;
    }

    /** The panel as this machine itself sees it. */
    String localPanel() {
        return "http://localhost:" + (localPort == null ? 8080 : localPort) + "/";
    }
}
