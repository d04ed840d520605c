package ptm;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import ptm.account.PrivateFile;

/** Refuses wrong settings before anything starts, and sets what follows from the right ones. */
final class SettingsCheck implements EnvironmentPostProcessor, Ordered {
    private static final int HIGHEST_PORT = 65_535;
    private static final int TOKEN_CHARACTERS = 32;
    private static final int OLDEST_POSTGRES = 15;
    private static final int CONNECT_SECONDS = 10;
    private static final Set<String> REGISTRATIONS = Set.of("approval", "open", "closed");
    private static final String VARIABLES = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    private static final Pattern TELEGRAM_TOKEN = Pattern.compile("\\d+:[A-Za-z0-9_-]+");

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE; // application.yml has been read by then
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        forgetBlanks(environment);
        check(environment);
        addConsequences(environment);
    }

    /** A variable set to nothing, as compose files do, is one that is not set. */
    private static void forgetBlanks(ConfigurableEnvironment environment) {
        var sources = environment.getPropertySources();
        if (sources.get(VARIABLES) instanceof SystemEnvironmentPropertySource variables) {
            var kept = new HashMap<>(variables.getSource());
            kept.values().removeIf(value -> value.toString().isBlank());
            sources.replace(VARIABLES, new SystemEnvironmentPropertySource(VARIABLES, kept));
        }
    }

    private static void check(ConfigurableEnvironment settings) {
        checkPort(value(settings, "server.port"));
        checkAddress("PTM_PUBLIC_URL", value(settings, "ptm.public-url"), List.of("https"));
        checkBootstrapToken(value(settings, "ptm.bootstrap-token"));
        checkRegistration(value(settings, "ptm.registration"));
        checkAddress("PTM_AI_URL", value(settings, "ptm.ai.url"), List.of("https", "http"));
        checkAddress("PTM_AI_TRANSCRIPTION_URL", value(settings, "ptm.ai.transcription-url"),
                List.of("https", "http"));
        checkTranscription(settings);
        for (var amount : List.of("tokens-a-day", "tokens-a-month", "tokens-a-month-overall", "price-in",
                "price-out")) {
            checkAmount("PTM_AI_" + amount.toUpperCase(Locale.ROOT).replace('-', '_'),
                    value(settings, "ptm.ai." + amount));
        }
        checkFlag("PTM_AI_ALLOW_PRIVATE", value(settings, "ptm.ai.allow-private"));
        checkSecretKey(value(settings, "ptm.secret-key"));
        checkTelegramToken(value(settings, "ptm.telegram.token"));
        checkAddress("PTM_TELEGRAM_API_URL", value(settings, "ptm.telegram.api-url"), List.of("https", "http"));
        checkHasNoPath("PTM_TELEGRAM_API_URL", value(settings, "ptm.telegram.api-url"));
        checkHome(value(settings, "ptm.home"));
        checkDatabase(settings);
    }

    /** Who may have models asked at all is told by the model that reads. */
    private static void checkTranscription(ConfigurableEnvironment settings) {
        if (!value(settings, "ptm.ai.transcription-model").isEmpty() && value(settings, "ptm.ai.url").isEmpty()) {
            throw new WrongSetting("PTM_AI_TRANSCRIPTION_MODEL", "expected only beside PTM_AI_URL");
        }
        if (!value(settings, "ptm.ai.transcription-url").isEmpty()
                && value(settings, "ptm.ai.transcription-model").isEmpty()) {
            throw new WrongSetting("PTM_AI_TRANSCRIPTION_URL", "expected only beside PTM_AI_TRANSCRIPTION_MODEL");
        }
    }

    private static String value(ConfigurableEnvironment settings, String name) {
        var value = settings.getProperty(name);
        return value == null ? "" : value.strip();
    }

    private static void checkAmount(String setting, String amount) {
        var expected = setting.contains("PRICE") ? "\\d{1,9}(\\.\\d{1,9})?" : "\\d{1,15}";
        if (!amount.isEmpty() && !amount.matches(expected)) {
            throw new WrongSetting(setting, "expected a number of 0 or more, not \"" + amount + "\"");
        }
    }

    private static void checkPort(String port) {
        if (!port.isEmpty() && !(port.matches("\\d{1,5}") && Integer.parseInt(port) <= HIGHEST_PORT)) {
            throw new WrongSetting("SERVER_PORT", "expected a number from 1 to 65535, not \"" + port + "\"");
        }
    }

    private static void checkAddress(String setting, String address, List<String> schemes) {
        if (address.isEmpty()) {
            return;
        }
        try {
            var uri = new URI(address);
            if (uri.getHost() != null && schemes.contains(uri.getScheme())) {
                return;
            }
        } catch (URISyntaxException _) {
            // told below
        }
        throw new WrongSetting(setting, "expected an address such as " + schemes.getFirst() + "://host, not \""
                + withoutPassword(address) + "\"");
    }

    /** telegrambots knows a server by its scheme, host and port alone. */
    private static void checkHasNoPath(String setting, String address) {
        if (!address.isEmpty() && !List.of("", "/").contains(URI.create(address).getPath())) {
            throw new WrongSetting(setting, "expected an address without a path, such as http://host:8081");
        }
    }

    private static String withoutPassword(String address) {
        return address.replaceAll("//[^/@]*@", "//…@");
    }

    private static void checkBootstrapToken(String token) {
        if (!token.isEmpty() && token.length() < TOKEN_CHARACTERS) {
            throw new WrongSetting("PTM_BOOTSTRAP_TOKEN", "expected " + TOKEN_CHARACTERS
                    + " characters or more, not " + token.length());
        }
    }

    private static void checkFlag(String setting, String flag) {
        if (!flag.isEmpty() && !Set.of("true", "false").contains(flag.toLowerCase(Locale.ROOT))) {
            throw new WrongSetting(setting, "expected true or false, not \"" + flag + "\"");
        }
    }

    private static void checkSecretKey(String key) {
        if (!key.isEmpty() && key.length() < TOKEN_CHARACTERS) {
            throw new WrongSetting("PTM_SECRET_KEY", "expected " + TOKEN_CHARACTERS + " characters or more, not "
                    + key.length());
        }
    }

    private static void checkRegistration(String registration) {
        if (!registration.isEmpty() && !REGISTRATIONS.contains(registration.toLowerCase(Locale.ROOT))) {
            throw new WrongSetting("PTM_REGISTRATION", "expected approval, open or closed, not \"" + registration
                    + "\"");
        }
    }

    private static void checkTelegramToken(String token) {
        if (!token.isEmpty() && !TELEGRAM_TOKEN.matcher(token).matches()) {
            throw new WrongSetting("PTM_TELEGRAM_TOKEN",
                    "expected a bot's token as BotFather gives it: digits, a colon, letters and digits");
        }
    }

    private static void checkHome(String setting) {
        var home = setting.isEmpty() ? "data" : setting;
        try {
            var folder = Path.of(home);
            PrivateFile.makeFolder(folder);
            Files.delete(Files.createTempFile(folder, "writable", ""));
        } catch (IOException | InvalidPathException e) {
            throw new WrongSetting("PTM_HOME", "expected a folder that can be written to, not \"" + home + "\"");
        }
    }

    private static void checkDatabase(ConfigurableEnvironment settings) {
        var url = value(settings, "spring.datasource.url");
        if (url.isEmpty()) {
            return;
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new WrongSetting("SPRING_DATASOURCE_URL", "expected jdbc:postgresql://host:port/database");
        }
        try (var connection = DriverManager.getConnection(url, credentials(settings))) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_POSTGRES) {
                throw new WrongSetting("SPRING_DATASOURCE_URL", "expected PostgreSQL " + OLDEST_POSTGRES
                        + " or later, not " + version);
            }
        } catch (SQLException e) {
            throw new WrongSetting("SPRING_DATASOURCE_URL", "expected a PostgreSQL that lets us in; it said: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getSQLState()));
        }
    }

    private static Properties credentials(ConfigurableEnvironment settings) {
        var credentials = new Properties();
        var user = value(settings, "spring.datasource.username");
        if (!user.isEmpty()) {
            credentials.setProperty("user", user);
            credentials.setProperty("password", value(settings, "spring.datasource.password"));
        }
        credentials.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        credentials.setProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
        return credentials;
    }

    /** With a public address there is a proxy in front to listen for and to believe; without, only this machine. */
    private static void addConsequences(ConfigurableEnvironment environment) {
        var consequences = new HashMap<String, Object>();
        if (value(environment, "ptm.public-url").isEmpty()) {
            consequences.put("server.address", "127.0.0.1");
        } else {
            consequences.put("server.forward-headers-strategy", "native");
        }
        environment.getPropertySources().addLast(new MapPropertySource("what follows from settings", consequences));
    }
}
