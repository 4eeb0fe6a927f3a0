package workbook.parameterdecryption;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.MediaType;

/// What Spring does not get to see: an address that is none. Tomcat's own answer would be a page.
final class NoPage extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, Throwable thrown) {
    if (response.getStatus() >= 400
        && response.getContentWritten() == 0
        && response.setErrorReported()) {
      try {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        Writer writer = response.getReporter();
        writer.write(OneAnswer.NOT_ACCEPTED);
        response.finishResponse();
      } catch (IOException e) {
        container.getLogger().debug("nobody is there to be answered", e);
      }
    }
  }
}
