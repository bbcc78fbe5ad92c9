import Zhubi

let scanner = TextScanner(lexicon: try LexiconStore.standard().lexicon())
let report = scanner.scan("机密★1年\n关于印发方案的通知")
print(report.verdict.rawValue, report.findings.first?.rule.text ?? "-")
