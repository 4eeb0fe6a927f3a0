package workbook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A JDBC URL")
class UrlsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:1/x?user=me&password=s3cret,);x&ssl=false",
        "jdbc:postgresql://127.0.0.1:1/x?PASSWORD=s3cret",
        "jdbc:postgresql://127.0.0.1:nine/x?sslpassword=s3cret",
        "jdbc:postgresql://me:s3cret@127.0.0.1:1/x",
        "jdbc:mysql://me:s3cret@127.0.0.1:1/x",
        "jdbc:mysql://me:s3cret@a@127.0.0.1:1/x",
        "jdbc:mysql://(host=127.0.0.1,port=1,user=me,password=s3cret)/x",
        "jdbc:mysql://127.0.0.1:1/x?trustCertificateKeyStorePassword=s3cret",
        "jdbc:mariadb://127.0.0.1:one/x?user=me&password=s3cret",
        "jdbc:mariadb://me:s3cret@127.0.0.1:1/x",
        "jdbc:h2:tcp://localhost:1/x;USER=me;PASSWORD=s3cret",
        "jdbc:h2:/tmp/none;PASSWORD=s3cret file;CIPHER=AES;NO_SUCH=1",
        "jdbc:h2:relative;PASSWORD=s3cret",
        "jdbc:oracle:thin:me/s3cret@host",
        "me:s3cret@host"
      })
  @DisplayName("does not show its password in an error, whatever is wrong with it")
  void masked(String url) {
    EngineException e = catchThrowableOfType(EngineException.class, () -> Server.at(url, "", ""));
    assertThat(e.getMessage()).doesNotContain("s3cret").doesNotContain("\n");
  }

  @Test
  @DisplayName("keeps everything else")
  void rest() {
    assertThat(Urls.masked("jdbc:mysql://me:x@h:1/d?password=x&ssl=true"))
        .isEqualTo("jdbc:mysql://me:***@h:1/d?password=***&ssl=true");
    assertThat(Urls.masked("jdbc:h2:mem:a;PASSWORD=x y;MODE=MySQL"))
        .isEqualTo("jdbc:h2:mem:a;PASSWORD=***;MODE=MySQL");
    assertThat(Urls.masked("jdbc:postgresql://h/d?user=a@b"))
        .isEqualTo("jdbc:postgresql://h/d?user=a@b");
  }

  @Test
  @DisplayName("of an H2 file that is not there creates none")
  void mistyped(@TempDir Path folder) {
    String url = "jdbc:h2:" + folder.resolve("mistyped");
    EngineException e = catchThrowableOfType(EngineException.class, () -> Server.at(url, "", ""));
    assertThat(e.getMessage()).contains("not found").doesNotContain("\n");
    assertThat(folder.toFile().listFiles()).isEqualTo(new File[0]);
  }
}
