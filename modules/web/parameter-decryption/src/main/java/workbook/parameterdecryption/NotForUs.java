package workbook.parameterdecryption;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What no controller is asked for: a path that there is not, a method that is not for it. Spring's
/// own answer would tell the path and the time, or be a page.
@RestController
final class NotForUs implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<String> answer(HttpServletRequest request) {
    return OneAnswer.notAccepted(
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
            ? HttpStatus.valueOf(status)
            // Somebody asks for /error itself.
            : HttpStatus.NOT_FOUND);
  }
}
