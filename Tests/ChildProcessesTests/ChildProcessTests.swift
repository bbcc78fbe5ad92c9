import Foundation
import Testing

@testable import ChildProcesses

/// How other programs are run: nothing of this process reaches them but what they are given, and they
/// end when they must. One after another, since some tests change what the whole process does.
@Suite(.serialized) struct ChildProcessTests {
  private func shell(_ script: String) -> ChildProcess { ChildProcess(["/bin/sh", "-c", script]) }

  private func text(_ result: ChildProcess.Result) -> String {
    String(decoding: result.output, as: UTF8.self)
  }

  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = Date()
    try body()
    return Date().timeIntervalSince(start)
  }

  @Test func inputGoesInAndOutputComesOut() throws {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let result = try ChildProcess(["cat"]).run(input: input)
    #expect(result.output == input)
    #expect(result.ending == .exited(0))
    #expect(try ChildProcess(["cat"]).run().output == [])
  }

  @Test func statusAndSignalAreTold() throws {
    #expect(try shell("exit 7").run().ending == .exited(7))
    let killed = try shell("kill -KILL $$").run()
    #expect(killed.ending == .signalled(SIGKILL))
    #expect(killed.status == 137)
  }

  @Test func whatIsNotThereIsNotStarted() {
    #expect(throws: ChildProcess.Failure.notStarted(program: "/nowhere/x", code: ENOENT)) {
      try ChildProcess(["/nowhere/x"]).run()
    }
    #expect(throws: ChildProcess.Failure.notStarted(program: "/", code: EACCES)) {
      try ChildProcess(["/"]).run()
    }
  }

  @Test func theEnvironmentIsTheOneGiven() throws {
    var child = ChildProcess(["/usr/bin/env"])
    child.environment = ["甲=1", "B=2"]
    #expect(text(try child.run()) == "甲=1\nB=2\n")
    child.environment = nil
    setenv("ZHUBI_CHILD_TEST", "3", 1)
    defer { unsetenv("ZHUBI_CHILD_TEST") }
    #expect(text(try child.run()).contains("ZHUBI_CHILD_TEST=3\n"))
  }

  /// Files this process has open, careless ones too, are not open in the program.
  @Test func noOtherFileIsOpen() throws {
    let careless = (0..<5).map { _ in open("/dev/null", O_RDONLY) }
    defer { for file in careless { close(file) } }
    #expect(careless.allSatisfy { fcntl($0, F_GETFD) & FD_CLOEXEC == 0 })
    // The shell lists; what it opens to list is gone when it prints.
    let listed = text(
      try shell(
        "for f in 0 1 2 3 4 5 6 7 8 9; do [ -e /proc/self/fd/$f ] && echo $f; done"
      ).run())
    #expect(listed == "0\n1\n2\n")
  }

  /// Many at once: none holds the pipe of another, so each ends when its own program does.
  @Test func manyAtOnceDoNotHoldOneAnother() throws {
    let took = seconds {
      DispatchQueue.concurrentPerform(iterations: 40) { number in
        let script = number % 2 == 0 ? "echo \(number)" : "sleep 0.05; echo \(number)"
        let result = try? shell(script).run()
        #expect(result.map { text($0) } == "\(number)\n")
      }
    }
    #expect(took < 60)
  }

  /// Signals ignored or blocked here are neither in the program.
  @Test func signalsAreAsAtTheBeginning() throws {
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    #expect(try shell("kill -INT $$; echo alive").run().ending == .signalled(SIGINT))
    var mask = sigset_t()
    var old = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &mask, &old)
    defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
    #expect(try shell("kill -TERM $$; echo alive").run().ending == .signalled(SIGTERM))
  }

  @Test func whatTakesTooLongIsEndedWithAllItStarted() throws {
    var child = shell("sleep 30 & echo $!; exec sleep 30")
    child.seconds = 0.4
    var result: ChildProcess.Result?
    let took = try seconds { result = try child.run() }
    #expect(result?.ending == .timedOut)
    #expect(took < 20)
    let ended = try #require(result)
    let line = text(ended).split(separator: "\n").first ?? ""
    let grandchild = try #require(pid_t(line))
    expectGone(grandchild)
  }

  /// It closes its output and goes on: nothing is read any more, and still it is ended in time.
  @Test func whatGoesOnWithoutOutputIsEnded() throws {
    var child = shell("exec >&-; sleep 30")
    child.seconds = 0.4
    var result: ChildProcess.Result?
    let took = try seconds { result = try child.run() }
    #expect(result?.ending == .timedOut)
    #expect(took < 20)
  }

  @Test func whatPrintsTooMuchIsEnded() throws {
    var child = ChildProcess(["yes"])
    child.outputLimit = 100_000
    let result = try child.run()
    #expect(result.ending == .stopped)
    #expect(result.output.count <= 100_000)
    var taken = 0
    let stopped = try ChildProcess(["yes"]).run { count in
      taken += count
      return taken < 200_000
    }
    #expect(stopped.ending == .stopped)
    #expect(stopped.output.count < 200_000)
  }

  @Test func theGroupIsItsOwnOrOurs() throws {
    var child = shell("ps -o pgid= -p $$ || cut -d' ' -f5 /proc/$$/stat")
    func group() throws -> pid_t? {
      pid_t(text(try child.run()).trimmingCharacters(in: .whitespacesAndNewlines))
    }
    #expect(try group() != getpgrp())
    child.group = .shared
    #expect(try group() == getpgrp())
  }

  private func expectGone(_ process: pid_t) {
    // A killed process may wait to be collected by whoever adopted it.
    for _ in 0..<200 {
      let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      guard let stat, let state = stat.split(separator: ")").last?.first(where: { $0 != " " }),
        state != "Z"
      else { return }
      usleep(20_000)
    }
    Issue.record("process \(process) goes on")
  }
}
