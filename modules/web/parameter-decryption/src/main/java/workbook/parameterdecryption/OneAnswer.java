package workbook.parameterdecryption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// One answer to every body that is not accepted, whatever is wrong with it. Only a replay gets
/// another: it is authentic, so who sent it learns nothing about the key.
@RestControllerAdvice
final class OneAnswer {

  private static final Logger LOG = LoggerFactory.getLogger(OneAnswer.class);

  static final String NOT_ACCEPTED = "{\"error\":\"not accepted\"}";
  private static final String SENT_BEFORE = "{\"error\":\"sent before\"}";

  @ExceptionHandler
  ResponseEntity<String> rejected(Rejected e) {
    LOG.info("not accepted: {}", e.reason());
    return e.reason() == Rejected.Reason.REPLAYED
        ? json(HttpStatus.CONFLICT, SENT_BEFORE)
        : notAccepted(HttpStatus.BAD_REQUEST);
  }

  /// No body at all, or another `Content-Type`: Spring finds out before [SealedBodyAdvice] is
  /// asked.
  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    HttpMediaTypeNotSupportedException.class
  })
  ResponseEntity<String> unread() {
    LOG.info("not accepted: {}", Rejected.Reason.NO_ENVELOPE);
    return notAccepted(HttpStatus.BAD_REQUEST);
  }

  static ResponseEntity<String> notAccepted(HttpStatus status) {
    return json(status, NOT_ACCEPTED);
  }

  /// Whatever the request accepts: a type that is negotiated ends in status 500, and in a stack
  /// trace in the log, where there is none that suits.
  private static ResponseEntity<String> json(HttpStatus status, String body) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
