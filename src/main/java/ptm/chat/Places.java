package ptm.chat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;

import ptm.account.Language;

/** Zones by the name of a city in either language, or by what the clock shows there. */
final class Places {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?");
    private static final String MORE = "/lexicon/cities.properties";
    private static final String UTC = "UTC";
    private static final int QUARTER = 15;
    private static final int DAY = 24 * 60;
    /** Where most people with such a clock live; asked before the hundreds of others. */
    private static final List<String> COMMON = List.of("Europe/London", "Europe/Berlin", "Europe/Helsinki",
            "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Irkutsk",
            "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Kolkata", "America/New_York", "America/Chicago",
            "America/Denver", "America/Los_Angeles", "America/Sao_Paulo");

    private static final Map<String, ZoneId> CITIES = cities();

    private Places() {}

    /** The zone of a city or of a clock such as «14:05»; empty where the words are neither. */
    static Optional<ZoneId> find(String words, Instant now, ZoneId server) {
        String text = normalized(words);
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches())
            return Optional.ofNullable(CITIES.get(text));
        int hour = Integer.parseInt(clock.group(1));
        int minute = clock.group(2) == null ? now.atZone(server).getMinute() : Integer.parseInt(clock.group(2));
        if (hour > 23 || minute > 59)
            return Optional.empty();
        return Optional.of(ofOffset(offset(LocalTime.of(hour, minute), now), now, server));
    }

    /** Minutes ahead of UTC where the clock shows this, to the nearest quarter, between −11:30 and +12:15. */
    private static int offset(LocalTime shown, Instant now) {
        int utc = now.atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 60;
        int difference = Math.floorMod(shown.toSecondOfDay() / 60 - utc, DAY);
        int quarters = Math.round((float) difference / QUARTER) * QUARTER;
        return quarters > 12 * 60 + QUARTER ? quarters - DAY : quarters;
    }

    /** A zone whose clock is so many minutes ahead of UTC now: the server's, a common one, else the bare offset. */
    static ZoneId ofOffset(int minutes, Instant now, ZoneId server) {
        if (offsetOf(server, now) == minutes)
            return server;
        return COMMON.stream().map(ZoneId::of).filter(zone -> offsetOf(zone, now) == minutes).findFirst()
                .orElseGet(() -> ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    static int offsetOf(ZoneId zone, Instant now) {
        return zone.getRules().getOffset(now).getTotalSeconds() / 60;
    }

    /** The city of a zone in a language, «UTC+3» where there is none, or the zone's own id. */
    static String name(ZoneId zone, Language language) {
        if (zone.getRules().isFixedOffset())
            return UTC + (zone.getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC)
                    ? ""
                    : zone.getRules().getOffset(Instant.EPOCH).getId().replace(":00", ""));
        String city = TimeZoneNames.getInstance(ULocale.forLocale(language.locale()))
                .getExemplarLocationName(zone.getId());
        return city == null ? zone.getId() : city;
    }

    private static Map<String, ZoneId> cities() {
        Map<String, ZoneId> cities = new HashMap<>();
        for (Language language : Language.values())
            for (String id : ZoneId.getAvailableZoneIds())
                if (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("System"))
                    cities.putIfAbsent(normalized(name(ZoneId.of(id), language)), ZoneId.of(id));
        for (String id : COMMON)
            cities.put(normalized(id), ZoneId.of(id));
        Properties more = new Properties();
        try (var in = new InputStreamReader(Objects.requireNonNull(Places.class.getResourceAsStream(MORE)),
                StandardCharsets.UTF_8)) {
            more.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        more.forEach((name, zone) -> cities.put((String) name, ZoneId.of((String) zone)));
        return cities;
    }

    private static String normalized(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replace('ё', 'е').replace('_', ' ');
    }
}
