package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.exercise.Exercise;

@Exercise(
    id = "server-rendering/2",
    title = "From a file to a path",
    hints = {
      "Drop the extension, and take the path apart at `/`. Which names leave nothing in the path?",
      "What is left are names with brackets in them. Look for the longest brackets first: `[[id]]`"
          + " has an `[id]` in it. Only a catch-all has to know whether a name follows; `index` and"
          + " groups do not count as one.",
      "Split what stands before the last dot at `/`. Remove the names that equal `index` and those"
          + " that stand in round brackets as a whole. In each name replace `[...x]` by `:x(.*)*` if it"
          + " is the last that is left and by `:x([^/]*)*` if it is not, then `[[x]]` by `:x?`, then"
          + " `[x]` by `:x()`. Put a `/` before each name; if there is none, return `/`."
    },
    chinese =
        @Exercise.Chinese(
            title = "从文件到路径",
            hints = {
              "去掉扩展名，按 `/` 切开。哪些名字不会出现在路径里？",
              "剩下的名字里带有括号。先找最长的写法：`[[id]]` 里面就含有 `[id]`。只有捕获所有（catch-all）参数需要知道后面是否还有名字，而 `index` 和分组不算。",
              "取最后一个点之前的部分，按 `/` 切开。去掉等于 `index` 的名字，以及整个写在圆括号里的名字。在每个名字里，若它是剩下的最后一个，把 `[...x]` 换成 `:x(.*)*`，否则换成 `:x([^/]*)*`；然后把 `[[x]]` 换成 `:x?`，再把 `[x]` 换成 `:x()`。每个名字前加 `/`；一个名字都没有就返回 `/`。"
            }))
@DisplayName("Exercise 2: from a file to a path")
class FilePathTest {

  /// The paths are those of Nuxt's compiler, unrouting 0.2.3.
  @ParameterizedTest
  @CsvSource({
    "index.vue, /",
    "about.vue, /about",
    "about.js, /about",
    "blog/index.vue, /blog",
    "blog/[id].vue, /blog/:id()",
    "blog/[[page]].vue, /blog/:page?",
    "[...slug].vue, /:slug(.*)*",
    "docs/[...slug].vue, /docs/:slug(.*)*",
    "[...slug]/edit.vue, /:slug([^/]*)*/edit",
    "[...slug]/index.vue, /:slug(.*)*",
    "[...slug]/(admin)/index.vue, /:slug(.*)*",
    "[a]-[b].vue, /:a()-:b()",
    "[[lang]]-shop/[id]/index.vue, /:lang?-shop/:id()",
    "users-[group]/[id].vue, /users-:group()/:id()",
    "(shop)/cart.vue, /cart",
    "(a)/(b)/index.vue, /",
    "(my-shop)/(2)/cart.vue, /cart",
    "indexes/index_1.vue, /indexes/index_1",
    "blog/reindex.vue, /blog/reindex",
    "[userId_2].vue, /:userId_2()",
    "[[a]]/[[b]].vue, /:a?/:b?"
  })
  @DisplayName("as Nuxt has it")
  void path(String file, String expected) {
    assertThat(FilePath.of(file)).as("the path of %s", file).isEqualTo(expected);
  }
}
