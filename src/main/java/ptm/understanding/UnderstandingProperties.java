package ptm.understanding;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a model is asked.
 *
 * @param sure the built-in engine's confidence from which its reading stands unasked, 0 to 1; above 1 a model is always
 *             asked, at 0 never
 */
@ConfigurationProperties("ptm.understanding")
record UnderstandingProperties(@DefaultValue("0.8") double sure) {}
