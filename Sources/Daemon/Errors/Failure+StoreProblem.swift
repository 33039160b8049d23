import Ingest
import LinuxSystem
import Store

extension Failure {
    /// What a store that cannot go on means for a command.
    init(_ problem: StoreProblem) {
        let code: ExitCode =
            if problem.isPermission { .noPermission } else if problem.isMissing {
                .noInput
            } else if problem.isBusy { .tryAgain } else { .inputOutput }
        self.init(code, problem.description)
    }

    /// Why a line could not be appended to the diary.
    init(_ trouble: DiaryTrouble) {
        self.init(trouble.kind == .replaced ? .tryAgain : .wrongData, trouble.description)
    }

    /// Any error of the lower floors, by the one table.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as SystemError: self.init(error)
        case let problem as StoreProblem: self.init(problem)
        case let problem as NotRegularFile: self.init(.noInput, problem.description)
        case let trouble as DiaryTrouble: self.init(trouble)
        default: self.init(.internalError, String(describing: error))
        }
    }
}
