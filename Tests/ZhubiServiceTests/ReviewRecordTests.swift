#if Service
  import Foundation
  import Synchronization
  import TestSupport
  import Testing
  import Zhubi
  @testable import ZhubiReview

  /// The record of the three reviews: nothing of it can be changed unseen.
  @Suite struct ReviewRecordTests {
    private func opening(_ name: String = "通知.docx") -> ReviewOpening {
      ReviewOpening(
        document: name, digest: SHA256.text(Array("text".utf8)), verdict: "block",
        profile: "official", asOf: "2026-11-01", tool: "0.1.0", lexicons: "secrecy 1",
        findings: [
          ReviewFinding(
            rule: "term.secrecy-marking", severity: "block", confidence: "certain",
            message: "密级标志 <b>", excerpt: "机密★1年", line: 1, column: 1,
            fingerprint: "0123456789abcdef"),
          ReviewFinding(
            rule: "typo.confusion", severity: "warning", confidence: "likely", message: "错字",
            suggestion: "签订", line: 2, column: 3, fingerprint: "fedcba9876543210"),
        ])
    }

    private func signature(
      _ stage: ReviewStage, _ name: String, _ decision: ReviewSignature.Decision = .approved,
      _ opinion: String = ""
    ) -> ReviewSignature {
      ReviewSignature(stage: stage, reviewer: name, decision: decision, opinion: opinion)
    }

    private func folder(_ scratch: Scratch, _ name: String = "r") throws -> ReviewFolder {
      try ReviewFolder(scratch.path(name), now: { "2026-11-21T08:00:00Z" })
    }

    /// A record with one case that passed all three reviews.
    private func finished(_ scratch: Scratch) throws {
      let folder = try folder(scratch)
      let number = try folder.open(opening())
      try folder.settle(
        .init(finding: 0, disposition: .kept, reason: "已解密", reviewer: "甲"), in: number)
      try folder.sign(signature(.first, "甲"), in: number)
      try folder.sign(signature(.second, "乙"), in: number)
      try folder.sign(signature(.final, "丙", .approved, "可以发布"), in: number)
    }

    @Test func digestsAreThoseOfTheStandard() {
      #expect(
        SHA256.text([])
          == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
      #expect(
        SHA256.text(Array("abc".utf8))
          == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      #expect(
        SHA256.text(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
          == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
      #expect(
        SHA256.text([UInt8](repeating: 0x61, count: 1_000_000))
          == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func everyFlippedBitIsSeen() throws {
      let scratch = try Scratch()
      try finished(scratch)
      let whole = try ReviewFolder.verify(scratch.path("r"))
      #expect(whole.records.count == 5)
      for name in ["records.jsonl", "head.json"] {
        let path = scratch.path("r/\(name)")
        let bytes = try FileSystem.read(path)
        for place in bytes.indices {
          var altered = bytes
          altered[place] ^= UInt8(1 << (place % 8))
          try FileSystem.replace(path, with: altered)
          #expect(throws: ReviewFolder.Failure.self, "byte \(place) of \(name)") {
            try ReviewFolder.verify(scratch.path("r"))
          }
        }
        try FileSystem.replace(path, with: bytes)
      }
      #expect(try ReviewFolder.verify(scratch.path("r")).head == whole.head)
    }

    @Test func removedAndExchangedLinesAreSeen() throws {
      let scratch = try Scratch()
      try finished(scratch)
      let path = scratch.path("r/records.jsonl")
      let bytes = try FileSystem.read(path)
      let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
      func fault(_ lines: [[UInt8]]) throws -> ReviewChain.Fault.Kind? {
        try FileSystem.replace(path, with: Array(lines.joined()))
        do {
          _ = try ReviewFolder.verify(scratch.path("r"))
          return nil
        } catch ReviewFolder.Failure.faulty(let fault) {
          return fault.kind
        }
      }
      for index in lines.indices {
        var fewer = lines
        fewer.remove(at: index)
        #expect(try fault(fewer) == (index == lines.count - 1 ? .cutOff : .outOfOrder))
        var twice = lines
        twice.insert(lines[index], at: index)
        #expect(try fault(twice) == .outOfOrder)
        if index > 0 {
          var exchanged = lines
          exchanged.swapAt(index, index - 1)
          #expect(try fault(exchanged) == .outOfOrder)
        }
      }
      #expect(try fault([]) == .cutOff)
      #expect(try fault(lines.dropLast() + [Array(lines[4].dropLast(20))]) == .unfinished)
      try FileManager.default.removeItem(atPath: path)
      #expect(throws: ReviewFolder.Failure.self) { try ReviewFolder.verify(scratch.path("r")) }
    }

    /// A tail cut off together with its head cannot be seen from inside; the hash on paper shows it.
    @Test func theHashOnPaperShowsAnExchangedRecord() throws {
      let scratch = try Scratch()
      try finished(scratch)
      let noted = try ReviewFolder.verify(scratch.path("r")).head
      #expect(try ReviewFolder.verify(scratch.path("r"), noted: noted).head == noted)
      let other = try folder(scratch, "other")
      _ = try other.open(opening("另一件"))
      #expect(
        throws: ReviewFolder.Failure.faulty(ReviewChain.Fault(.foreign, line: 0))
      ) { try ReviewFolder.verify(scratch.path("other"), noted: noted) }
    }

    @Test func aProgramEndedBetweenLineAndHeadLosesNothing() throws {
      let scratch = try Scratch()
      let folder = try folder(scratch)
      _ = try folder.open(opening())
      let head = try FileSystem.read(scratch.path("r/head.json"))
      _ = try folder.open(opening("二"))
      try FileSystem.replace(scratch.path("r/head.json"), with: head)
      #expect(try ReviewFolder.verify(scratch.path("r")).records.count == 2)
      _ = try self.folder(scratch).open(opening("三"))
      #expect(try ReviewFolder.verify(scratch.path("r")).records.count == 3)
    }

    @Test func threePeopleReview() throws {
      let scratch = try Scratch()
      let folder = try folder(scratch)
      let one = try folder.open(opening())
      func refusal(_ body: () throws -> Void) -> ReviewCase.Refusal? {
        do {
          try body()
          return nil
        } catch ReviewFolder.Failure.refused(let refusal) {
          return refusal
        } catch {
          Issue.record("\(error)")
          return nil
        }
      }
      func sign(_ signature: ReviewSignature) -> ReviewCase.Refusal? {
        refusal { try folder.sign(signature, in: one) }
      }
      func settle(_ finding: Int, _ reason: String, by name: String = "甲") -> ReviewCase.Refusal? {
        refusal {
          try folder.settle(
            .init(finding: finding, disposition: .kept, reason: reason, reviewer: name), in: one)
        }
      }
      #expect(sign(signature(.second, "乙")) == .notDue(.first))
      #expect(sign(signature(.first, "甲")) == .unsettled(1))
      #expect(settle(2, "x") == .noSuchFinding)
      #expect(settle(0, " ") == .reasonNeeded)
      #expect(settle(0, "已解密", by: "　") == .nameNeeded)
      #expect(settle(0, "已解密") == nil)
      #expect(sign(signature(.first, " ")) == .nameNeeded)
      #expect(sign(signature(.first, "张三")) == nil)
      #expect(sign(signature(.second, "张 三")) == .samePerson)
      #expect(sign(signature(.second, "李四", .returned)) == .reasonNeeded)
      #expect(sign(signature(.second, "李四", .returned, "标题有误")) == nil)
      // Returned: it begins again, and the names are free again.
      #expect(try folder.reviewCase(one).0.due == .first)
      #expect(sign(signature(.first, "李四")) == nil)
      #expect(sign(signature(.second, "张三")) == nil)
      #expect(sign(signature(.final, "李四")) == .samePerson)
      #expect(sign(signature(.final, "王五")) == nil)
      #expect(try folder.reviewCase(one).0.due == nil)
      #expect(sign(signature(.final, "赵六")) == .closed)
      #expect(settle(1, "x") == .closed)
      #expect(refusal { try folder.sign(signature(.first, "甲"), in: 9) } == .noSuchCase)
      // Another process sees the same.
      let again = try self.folder(scratch)
      #expect(try again.reviewCase(one).0.signatures.count == 5)
    }

    @Test func writersDoNotDisturbOneAnother() async throws {
      let scratch = try Scratch()
      let (first, second) = (try folder(scratch), try folder(scratch))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<40 {
          let folder = number % 2 == 0 ? first : second
          group.addTask { [opening] in _ = try folder.open(opening("\(number)")) }
        }
        try await group.waitForAll()
      }
      #expect(try ReviewFolder.verify(scratch.path("r")).records.count == 40)
      #expect(Set(try first.cases().map(\.opening.document)).count == 40)
    }

    @Test func formsHoldTheCaseAndNothingElse() throws {
      let scratch = try Scratch()
      try finished(scratch)
      let folder = try folder(scratch)
      _ = try folder.open(opening("<script>alert(1)</script>\u{202E}"))
      let (one, head) = try folder.reviewCase(1)
      let form = ReviewForm(.publication).html(one, head: head)
      for word in ["信息发布审核表", "通知.docx", "甲", "乙", "丙", "可以发布", "已解密", head, "&lt;b&gt;"] {
        #expect(form.contains(word), "\(word)")
      }
      // Times are those of the reader's clock.
      for (seconds, zone) in [
        (28_800, "2026年11月21日 16:00（UTC+8）"), (0, "08:00（UTC）"), (-12_600, "04:30（UTC-3:30）"),
      ] {
        let form = ReviewForm(.publication, secondsEast: seconds).html(one, head: head)
        #expect(form.contains(zone) && !form.contains("Z<"))
      }
      let hostile = ReviewForm(.secrecy).html(try folder.reviewCase(2).0, head: head)
      #expect(hostile.contains("保密审查表") && hostile.contains("机密★1年"))
      #expect(!hostile.contains("<script") && !hostile.unicodeScalars.contains("\u{202E}"))
      #expect(!hostile.contains("错字"))
    }
  }
#endif
