package ptm;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;

/** Tells a failed start that a setting caused in one line, in place of a stack trace. */
final class OneLineReport implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        for (@Nullable
        Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var line = line(cause);
            if (line != null) {
                System.err.println(line);
                return true;
            }
        }
        return false;
    }

    private static @Nullable String line(Throwable cause) {
        return switch (cause) {
            case WrongSetting wrong -> wrong.getMessage();
            case PortInUseException taken -> "SERVER_PORT: expected a free port, not " + taken.getPort();
            default -> null;
        };
    }
}
