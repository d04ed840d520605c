package ptm.understanding.builtin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ptm.understanding.Interpreter;

/** The beans of the built-in engine. */
@Configuration(proxyBeanMethods = false)
class BuiltinConfiguration {

    @Bean
    Interpreter builtinInterpreter() {
        return new BuiltinInterpreter(LexiconFile.load("/lexicon/en.yml", "/lexicon/ru.yml"), new TimeReader(),
                new DraftReader(Estimator.load()), EstimatorThemes.load());
    }
}
