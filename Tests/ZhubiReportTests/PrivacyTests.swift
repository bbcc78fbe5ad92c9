import Testing
import ZhubiPolicy
import ZhubiReport

/// A report must not leak what it warns of.
@Suite struct PrivacyTests {
  @Test(arguments: GoldenCase.all)
  func noFormWritesPersonalDataInTheClear(_ example: GoldenCase) {
    let text = Fixture.text(of: example.reporter)
    for secret in Fixture.secrets {
      #expect(!text.contains(secret), "\(example.file) shows a masked value")
    }
  }

  /// The counter-check: the data is there, and shows when someone asks for it.
  @Test(arguments: [ReportForm.text, .json, .csv, .html])
  func personalDataShowsWhenAskedFor(_ form: ReportForm) {
    let text = Fixture.text(of: form.reporter(), showsSensitive: true)
    for secret in Fixture.secrets {
      #expect(text.contains(secret), "\(form)")
    }
  }
}
