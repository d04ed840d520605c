package ptm.understanding;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a model is asked, where there is one. The built-in engine's confidence in a reading, 0 to 1, from which on that
 * stands unasked; how these were chosen stands in docs/decisions.md.
 *
 * @param ask           whether to ask in doubt, for every message or never
 * @param sureOfCapture of tasks to keep: what asks for tasks is most often mistaken for one
 */
@ConfigurationProperties("ptm.understanding")
record UnderstandingProperties(@DefaultValue("doubtful") Ask ask, @DefaultValue("0.95") double sureOfCapture,
        @DefaultValue("0.7") double sureOfRequest, @DefaultValue("0.6") double sureOfEdit,
        @DefaultValue("0.8") double sureOfSmalltalk) {

    enum Ask {
        DOUBTFUL, ALWAYS, NEVER
    }
}
