package ptm.enrichment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patiently enrichment goes about its work.
 *
 * @param tries      how often one message's tasks are tried before the built-in values stand for good
 * @param firstPause after the first failed try; each further pause is three times as long
 * @param atOnce     messages whose tasks are asked about at once; the scheduler has slots left for everything else
 * @param turn       how long a message waits before it asks again whether it is its turn
 */
@ConfigurationProperties("ptm.enrichment")
record EnrichmentProperties(@DefaultValue("5") int tries, @DefaultValue("20s") Duration firstPause,
        @DefaultValue("16") int atOnce, @DefaultValue("1s") Duration turn) {

    private static final int GROWTH = 3;

    /** @param failures how often it failed, at least 1 */
    Duration pauseAfter(int failures) {
        Duration pause = firstPause;
        for (int i = 1; i < failures; i++)
            pause = pause.multipliedBy(GROWTH);
        return pause;
    }
}
