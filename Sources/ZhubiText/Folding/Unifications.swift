/// Our own context-free unifications, beyond ICU's single characters.
///
/// The table of the library; `dictionaries/folding/unifications.tsv` says why each line stands
/// here, and a test keeps the two equal. Each line: the standard form, then its variants.
enum Unifications {
  static let lines = """
    着 著
    干 乾 幹 榦
    沉 沈
    划 畫 画
    只 祇 衹 隻
    炼 鍊 链
    岳 嶽
    a ɑ
    g ɡ
    """

  /// (variant, standard) in the order of the table.
  static var pairs: [(variant: UInt32, standard: UInt32)] {
    lines.split(separator: "\n").flatMap { line in
      let forms = line.unicodeScalars.filter { $0 != " " }.map(\.value)
      return forms.dropFirst().map { (variant: $0, standard: forms[0]) }
    }
  }
}
