package ptm.panel;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers with a problem where the server itself refused a request, and for nobody who just asks for this address. */
@Controller
class LastResort implements ErrorController {
    @RequestMapping("${server.error.path:/error}")
    void explain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (status == null)
            status = HttpStatus.BAD_REQUEST;
        ProblemWriter.write(response, status, switch (status) {
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address knows no such method.";
            default -> status.is5xxServerError()
                    ? "Something went wrong here; nothing was changed."
                    : "This request cannot be read.";
        });
    }
}
