/// The script git runs. Small on purpose: everything else is in `zhubi hook run`.
struct HookScript {
  static let mark = "# Installed by zhubi hook install"

  /// `pre-commit` or `pre-push`.
  var name: String
  /// The tool as it was called when the hook was installed.
  var program: String

  /// An earlier hook is kept beside this one and runs first; what git says on standard input is
  /// given to both.
  var text: String {
    """
    #!/bin/sh
    \(Self.mark)
    input=$(cat)
    earlier=$(dirname "$0")/\(name).before-zhubi
    if [ -x "$earlier" ]; then
      printf '%s\\n' "$input" | "$earlier" "$@" || exit $?
    fi
    zhubi=\(quoted(program))
    command -v "$zhubi" >/dev/null 2>&1 || zhubi=zhubi
    printf '%s\\n' "$input" | exec "$zhubi" hook run \(name) "$@"

    """
  }

  private func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
