package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.transformer.Config;
import workbook.transformer.Published;
import workbook.transformer.Style;

@DisplayName("What a cache holds")
class KvCacheTest {

  private static final int PLACES = 16;

  /// Bytes per token in half precision, as published: 512 KiB for LLaMA 7B, 128 KiB for Llama 3 8B.
  ///
  /// How much a thread allocated is what the JVM counts. It is more than the numbers by the headers
  /// of the arrays and some small objects.
  @ParameterizedTest
  @CsvSource({
    "GPT-2, 36864",
    "LLaMA 7B, 524288",
    "Llama 2 70B, 327680",
    "Llama 3 8B, 131072",
    "LLaMA 65B, 2621440"
  })
  @DisplayName("is what published models need per token, and what the JVM says was allocated")
  void published(String name, long bytes) {
    Config config = config(name);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    KvCache cache = new KvCache(config, PLACES, KvCache.Precision.HALF);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(cache.bytes()).isEqualTo(bytes * PLACES);
    assertThat(allocated)
        .isBetween(cache.bytes(), cache.bytes() + 64L * 2 * config.layers() + 65_536);
  }

  /// Kwon and others, Efficient memory management for large language model serving with
  /// PagedAttention (2023), section 3: 2 · 5120 · 40 · 2 bytes, "800 KB".
  @Test
  @DisplayName("is 800 KB for a token of OPT 13B, as vLLM's paper says")
  void opt() {
    Config opt = new Config("OPT 13B", Style.GPT2, 50_272, 2048, 5120, 40, 40, 40, 4 * 5120);
    KvCache cache = new KvCache(opt, PLACES, KvCache.Precision.HALF);
    assertThat(cache.bytes() / PLACES).isEqualTo(800 * 1024);
  }

  static Config config(String name) {
    return Published.ALL.stream()
        .map(Published::config)
        .filter(config -> config.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("falls with the heads of keys: 8 for 64 take an eighth, one takes a 64th")
  void shared() {
    Config grouped = config("Llama 2 70B");
    long all = bytes(grouped, 64);
    assertThat(bytes(grouped, 8)).isEqualTo(all / 8);
    assertThat(bytes(grouped, 1)).isEqualTo(all / 64);
    // 2 · 80 layers · 8192 numbers of 2 bytes.
    assertThat(all / PLACES).isEqualTo(2_621_440);
  }

  static long bytes(Config c, int shared) {
    Config other =
        new Config(
            c.name(),
            c.style(),
            c.vocabulary(),
            c.context(),
            c.width(),
            c.layers(),
            c.heads(),
            shared,
            c.hidden());
    return new KvCache(other, PLACES, KvCache.Precision.HALF).bytes();
  }
}
