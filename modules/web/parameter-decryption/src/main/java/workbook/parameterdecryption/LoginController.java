package workbook.parameterdecryption;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The server's public key, and the login. In the login nothing tells of encryption but one
/// annotation.
@RestController
final class LoginController {

  /// The one account. In an application a `PasswordEncoder` would be asked here, and take its time.
  private static final Login ADA = new Login("ada", "correct horse");

  private final KeyRing keys;

  LoginController(KeyRing keys) {
    this.keys = keys;
  }

  @GetMapping("/key")
  ResponseEntity<PublicJwk> key() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KeyRing.HANDED_OUT).cachePrivate())
        .body(keys.current().jwk());
  }

  @PostMapping("/login")
  ResponseEntity<Map<String, String>> login(@Sealed @RequestBody Login login) {
    boolean right = same(login.user(), ADA.user()) & same(login.password(), ADA.password());
    return right
        ? ResponseEntity.ok(Map.of("user", login.user()))
        : ResponseEntity.status(401).body(Map.of("error", "user or password is wrong"));
  }

  private static boolean same(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
