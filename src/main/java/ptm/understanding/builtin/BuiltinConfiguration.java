package ptm.understanding.builtin;

import ptm.understanding.builtin.dump.DraftReader;
import ptm.understanding.builtin.estimate.Estimator;
import ptm.understanding.builtin.estimate.EstimatorThemes;
import ptm.understanding.builtin.lexicon.LexiconFile;
import ptm.understanding.builtin.time.TimeReader;

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
