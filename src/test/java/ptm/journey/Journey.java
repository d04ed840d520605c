package ptm.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

import ptm.TestDatabase;
import ptm.telegram.FakeTelegram;
import ptm.understanding.llm.HangingModel;
import ptm.understanding.llm.ModelServer;

/** The whole application, a bot and a model set up; all tests so marked share it, each with people of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = { TestDatabase.ForContext.class, Journey.Surroundings.class })
@interface Journey {

    /** What stands around it, on loopback, for as long as the tests run. */
    final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        static final ModelServer MODEL = new ModelServer();
        /** What the model is called by; it can be held. */
        static final HangingModel LINE = new HangingModel(MODEL.url());
        static final FakeTelegram TELEGRAM = new FakeTelegram();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("surroundings", Map.ofEntries(
                    Map.entry("ptm.ai.url", LINE.url()),
                    Map.entry("ptm.ai.transcription-model", "listener"),
                    Map.entry("ptm.ai.transcription-timeout", "3s"),
                    Map.entry("ptm.ai.allow-private", "true"),
                    Map.entry("ptm.secret-key", "of these tests alone"),
                    Map.entry("ptm.understanding.ask", "always"), // whatever the built-in engine thinks of itself
                    Map.entry("ptm.ai.read-timeout", "3s"),
                    Map.entry("ptm.ai.annotate-timeout", "30s"),
                    Map.entry("ptm.ai.rest", "1ms"), // tests of failures must not spoil those after them
                    Map.entry("ptm.enrichment.tries", "3"),
                    Map.entry("ptm.enrichment.first-pause", "10ms"),
                    Map.entry("db-scheduler.polling-interval", "50ms"),
                    Map.entry("ptm.telegram.token", FakeTelegram.TOKEN),
                    Map.entry("ptm.telegram.api-url", TELEGRAM.url()))));
        }
    }
}
