package ptm.telegram;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this module; without a token there is nothing else of it.
 *
 * @param token  {@code PTM_TELEGRAM_TOKEN}, as BotFather gives it: the bot's number, a colon, a secret; empty if unset
 * @param apiUrl {@code PTM_TELEGRAM_API_URL}: another Bot API server than Telegram's own; null if unset
 */
@ConfigurationProperties("ptm.telegram")
record TelegramProperties(@DefaultValue("") String token, @Nullable URI apiUrl) {
    private static final URI TELEGRAM = URI.create("https://api.telegram.org");

    TelegramProperties {
        token = token.strip();
        if (!token.matches("|\\d+:[A-Za-z0-9_-]+"))
            throw new IllegalArgumentException("PTM_TELEGRAM_TOKEN: a number, a colon and a secret are expected");
        if (apiUrl != null && apiUrl.toString().isBlank())
            apiUrl = null;
        if (apiUrl != null && (apiUrl.getHost() == null || !List.of("", "/").contains(apiUrl.getPath())))
            throw new IllegalArgumentException("PTM_TELEGRAM_API_URL: an address such as http://host:port is expected");
    }

    /** The bot's own id. */
    String botId() {
        return token.replaceFirst(":.*", "");
    }

    URI server() {
        return apiUrl == null ? TELEGRAM : apiUrl;
    }

    /** Never shows the token: a record's own text would. */
    @Override
    public String toString() {
        return "TelegramProperties[bot " + botId() + " at " + server() + "]";
    }
}
