# 諮問の窓. `make` lists the targets. Everything is set up on first use and reused afterwards.
PYTHON ?= python3
PORT ?= 8000
BASE ?= HEAD
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help site build check diff test proofs accessibility lint format bench-import bench-search bench-pages screenshots lock clean

help: ## この一覧を表示します
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

site: $(VENV)/site.ready ## サイトを作り、http://127.0.0.1:8000/ で見られるようにします（PORT=8001 で変更）
	@$(BIN)/shimon site --port $(PORT)

build: $(VENV)/site.ready ## site/ を作ります
	@$(BIN)/shimon build

check: $(VENV)/site.ready ## data/ の記録だけを確かめます（SINCE=main で、それより後のコミットの文も）
	@$(BIN)/shimon check $(if $(SINCE),--base "$(SINCE)")

diff: $(VENV)/site.ready ## 取り込む前の変更を言葉で示します（BASE=main で比べる相手を変更）
	@$(BIN)/shimon diff --base $(BASE)

test: $(VENV)/test.ready ## すべての検査をします（書式・型・記録・ブラウザ）
	@echo "書式と型を確かめています…"
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check . && $(BIN)/mypy --no-error-summary
	@echo "テストを実行しています（サイトを作り、ブラウザで開きます）…"
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

proofs: $(VENV)/test.ready ## 時間のかかる検査をします（30回の中断、2,000の壊れたファイルなど）
	@$(BIN)/python -m pytest -m proof -rP --durations=0
	@PROOFS=yes $(BIN)/python -m pytest tests/test_fuzz.py tests/test_importing.py --durations=5

accessibility: $(VENV)/test.ready ## すべてのページを、画面の幅2通り・配色2通りで axe にかけます（数分かかります）
	@$(BIN)/python -m tests.axe

lint: $(VENV)/test.ready ## 書式と型だけを確かめます
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

format: $(VENV)/test.ready ## 書式をそろえます
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

screenshots: $(VENV)/test.ready ## 主なページの画面を .screenshots/ に撮ります
	@$(BIN)/python -m tests.screenshots

.PHONY: publish notices links
publish: $(VENV)/site.ready ## 公開中のアドレスの約束を守って site/ を作ります（通信します。サイトを置きかえるときに）
	@$(BIN)/shimon promised .build/promised.txt
	@$(BIN)/shimon build --promised .build/promised.txt

# What .github/workflows/ run beside the targets above; they run here too.
.PHONY: annotations summary
annotations: $(VENV)/site.ready ## 記録のまちがいを、GitHub が行に示す形で出します
	@$(BIN)/shimon check --format github

summary: $(VENV)/site.ready ## 変わることを Markdown でまとめます（BASE=main で比べる相手を変更）
	@$(BIN)/shimon diff --base "$(BASE)" --format markdown

notices: $(VENV)/site.ready ## 見直すとよいところ（使われていない語など）を知らせます
	@$(BIN)/shimon notices

links: $(VENV)/site.ready ## ほかのサイトへのリンクを、通信して確かめます
	@$(BIN)/shimon links

REPEATS ?= 3
.PHONY: bench
bench: $(VENV)/test.ready ## サイトを作る速さを、ほかの道具と並べて測ります（SIZES="9 100" で件数を選ぶ）
	@$(BIN)/python -m tests.bench.building $(SIZES) --repeats $(REPEATS)

bench-import: $(VENV)/test.ready ## 取り込みの正しさを、公式の文書と記録を比べて測ります（SOURCE=文書）
	@$(BIN)/python -m tests.bench.importing $(SOURCE)

bench-search: $(VENV)/test.ready ## 検索の正しさと重さを測ります（SIZES="10 1000" で件数を選ぶ）
	@$(BIN)/python -m tests.bench.search $(SIZES)

bench-pages: $(VENV)/test.ready ## 各ページの重さを測ります（上限を超えると失敗します）
	@$(BIN)/python -m tests.bench.pages

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	pyproject.toml requirements-build.in

.PHONY: new import fix rename schema messages
new: $(VENV)/site.ready ## 諮問の下書きを drafts/ に作ります（NUMBER=953 FORM=外部委託,回線結合）
	@$(BIN)/shimon new "$(NUMBER)" --form "$(FORM)"

import: $(VENV)/site.ready ## 公式の文書から下書きを drafts/ に作ります（FILE=文書.docx、作り直すときは FORCE=yes）
	@$(BIN)/shimon import "$(FILE)" $(if $(FORCE),--force)

fix: $(VENV)/site.ready ## data/ の並びと書き方をそろえます（WORDS=yes で、語彙にない名前の行も加えます）
	@$(BIN)/shimon fix $(if $(WORDS),--add-words)

rename: $(VENV)/site.ready ## ページのアドレスを変えます（FROM=items/name TO=items/full-name）
	@$(BIN)/shimon rename "$(FROM)" "$(TO)"

schema: $(VENV)/site.ready ## エディターの補完に使う docs/schema/v1/ を作り直します
	@$(BIN)/shimon schema

messages: $(VENV)/test.ready ## 確かめるときに出る文の一覧 docs/messages.md を作り直します
	@$(BIN)/python -m tests.message_page

lock: $(VENV)/test.ready ## pyproject.toml の版を requirements*.txt に固定します
	@$(BIN)/python -m pip install --quiet uv==0.13.9
	@$(LOCK) --output-file requirements.txt
	@$(LOCK) --extra test --output-file requirements-test.txt

clean: ## 作ったものをすべて消します（記録は消えません）
	@rm -rf $(VENV) site .build .screenshots tests/node_modules

$(VENV)/bin/python:
	@echo "Python の環境を用意しています…"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 以上が必要です。make PYTHON=python3.12 のように指定してください。"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/site.ready: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "サイトを作る道具を入れています（はじめは1〜2分かかります）…"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.ready: $(VENV)/site.ready requirements-test.txt tests/package-lock.json
	@echo "検査の道具を入れています（はじめは2〜3分かかります）…"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.txt
	@$(BIN)/python -m tests.install
	@touch $@
