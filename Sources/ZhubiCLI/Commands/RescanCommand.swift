#if Rescan
  import ArgumentParser
  import Zhubi
  import ZhubiPolicy
  import ZhubiRescan

  /// `zhubi rescan`.
  struct RescanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rescan",
      abstract: "存量清理：整站复查，可中断续扫 · scan a whole site again and again, resumable",
      subcommands: [
        RescanScanCommand.self, RescanReportCommand.self, RescanDiffCommand.self,
        RescanSampleCommand.self, RescanAcceptCommand.self,
      ],
      defaultSubcommand: RescanScanCommand.self)
  }

  /// The ledger, for every command that needs one.
  struct LedgerOption: ParsableArguments {
    @Option(name: .long, help: "台账文件（SQLite） · the ledger, a file of SQLite")
    var ledger: String

    /// Opens the ledger, or leaves with status 3 (in use, locked, full) or 2 (no ledger).
    func open(creates: Bool = false, writes: Bool = false) throws -> Ledger {
      do {
        return try Ledger(ledger, creates: creates, writes: writes)
      } catch {
        throw error.outcome
      }
    }
  }

  extension LedgerError {
    var outcome: Outcome {
      switch self {
      case .foreign, .noRun: Outcome(status: .usage, complaint: description)
      case .inUse, .database: Outcome(status: .incomplete, complaint: description)
      }
    }
  }
#endif
