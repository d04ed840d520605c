package ptm;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts PTM. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PtmApplication {
    /** Starts the server and returns once it answers. */
    public static void main(String[] args) {
        SpringApplication.run(PtmApplication.class, args);
    }

    /** Where everything that needs the time gets it from. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
