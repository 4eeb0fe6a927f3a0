package workbook.parameterdecryption;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// Opens the body of a [Sealed] parameter before Spring converts it. The controller's method is
/// called as ever: no proxy has a part in it.
@ControllerAdvice
final class SealedBodyAdvice extends RequestBodyAdviceAdapter {

  static final int LARGEST = 8 * 1024;

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private final Opener opener;

  /// A proxy: it stands for the request of the thread that asks.
  private final HttpServletRequest request;

  SealedBodyAdvice(Opener opener, HttpServletRequest request) {
    this.opener = opener;
    this.request = request;
  }

  @Override
  public boolean supports(
      MethodParameter parameter,
      Type targetType,
      Class<? extends HttpMessageConverter<?>> converterType) {
    return parameter.hasParameterAnnotation(Sealed.class);
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage message,
      MethodParameter parameter,
      Type targetType,
      Class<? extends HttpMessageConverter<?>> converterType)
      throws IOException {
    byte[] body = message.getBody().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw new Rejected(Rejected.Reason.TOO_LARGE);
    }
    Envelope envelope = read(body, Envelope.class, Rejected.Reason.NO_ENVELOPE);
    byte[] plain = opener.open(envelope, target());
    // The converter's own message would quote the text, and Spring logs it.
    read(plain, targetType, Rejected.Reason.NO_JSON_OF_THE_TYPE);
    return new Plain(plain);
  }

  private String target() {
    String query = request.getQueryString();
    return request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /// Jackson takes bytes for UTF-16 and UTF-32, too, where they look so; RFC 8259 has UTF-8 alone.
  private static <T> T read(byte[] json, Type type, Rejected.Reason otherwise) {
    T value;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      value = STRICT.readValue(text, STRICT.constructType(type));
    } catch (JacksonException | CharacterCodingException _) {
      throw new Rejected(otherwise);
    }
    if (value == null) {
      throw new Rejected(otherwise);
    }
    return value;
  }

  /// The headers of the sealed body do not fit: its length is another, and so may its charset be.
  private record Plain(byte[] plain) implements HttpInputMessage {

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(plain);
    }

    @Override
    public HttpHeaders getHeaders() {
      HttpHeaders headers = new HttpHeaders();
      headers.setContentType(MediaType.APPLICATION_JSON);
      headers.setContentLength(plain.length);
      return headers;
    }
  }
}
