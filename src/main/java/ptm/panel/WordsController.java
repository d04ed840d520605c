package ptm.panel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.Language;

/** The page's sentences in a language, for whoever asks: the sign-in speaks too. */
@RestController
class WordsController {
    private final Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);

    WordsController() {
        for (Language language : Language.values())
            words.put(language, load("/messages/panel_" + language.code() + ".properties"));
    }

    /** ICU patterns by key. */
    @GetMapping("/words/{language}")
    ResponseEntity<Map<String, String>> words(@PathVariable String language) {
        for (Language one : Language.values())
            if (one.code().equals(language))
                return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(words.getOrDefault(one, Map.of()));
        throw Refusal.unknown("language");
    }

    private static Map<String, String> load(String resource) {
        var properties = new Properties();
        try (var in = WordsController.class.getResourceAsStream(resource)) {
            if (in == null)
                throw new IllegalStateException("There is no " + resource);
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var patterns = new TreeMap<String, String>();
        properties.forEach((key, value) -> patterns.put((String) key, (String) value));
        return patterns;
    }
}
