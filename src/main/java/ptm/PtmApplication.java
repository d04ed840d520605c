package ptm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts PTM. */
@SpringBootApplication
public class PtmApplication {
    public static void main(String[] args) {
        SpringApplication.run(PtmApplication.class, args);
    }
}
