import BenchmarkParts
import Glibc

do {
  var arguments = Arguments(Array(CommandLine.arguments.dropFirst()))
  switch arguments.command {
  case "throughput": try Throughput.run(&arguments)
  case "table": try TableCommand.run(&arguments)
  case "guard": try GuardCommand.run(&arguments)
  case "growth": try GrowthCommand.run(&arguments)
  case "house": try HouseCommand.run(&arguments)
  case "start": try StartCommand.run(&arguments)
  case "worst": try WorstCommand.run(&arguments)
  case "documents": try DocumentsCommand.run(&arguments)
  default:
    throw BenchmarkFailure(
      "usage: zhubi-bench throughput|table|guard|growth|house|worst|start|documents …")
  }
} catch {
  let line = Array("zhubi-bench: \(error)\n".utf8)
  _ = write(2, line, line.count)
  exit(2)
}
