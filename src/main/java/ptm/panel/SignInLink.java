package ptm.panel;

import java.io.PrintStream;

import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import ptm.account.OwnerCodeIssued;
import ptm.account.SignInCodeIssued;

/**
 * Prints the link by which the owner comes in. To the console itself and not to the log: whoever reads the link within
 * a quarter of an hour is the owner. The code stands in the fragment, which no server and no preview is ever sent.
 */
@Component
class SignInLink {
    private final PanelProperties properties;
    private final Environment environment;
    private final PrintStream console = System.out;

    SignInLink(PanelProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    @EventListener
    void on(OwnerCodeIssued issued) {
        print("PTM has no owner yet. Open this within 15 minutes to become it:", issued.code());
    }

    @EventListener
    void on(SignInCodeIssued issued) {
        print("The owner signs in here, within 15 minutes:", issued.code());
    }

    private void print(String line, String code) {
        console.println();
        console.println("  " + line);
        console.println("  " + address() + "/#claim=" + code);
        console.println();
    }

    private String address() {
        String known = properties.publicUrl();
        return known != null ? known : "http://localhost:" + environment.getProperty("local.server.port", "8080");
    }
}
