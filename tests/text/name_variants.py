"""Spellings of common given names and surnames, and pairs of different names; see README.md for their origin.

`VARIANTS`: every spelling in a line is one name and agrees sound by sound. `LOOSE`: one name, but the
spellings differ by more than letters. `ARABIC`: how a name is written in Arabic script. `DIFFERENT`: other names.
"""

VARIANTS = """
Məmmədov Mammadov Мамедов Mamedov Мәммәдов Мамедоў Mammadow Mamedoff მამედოვი
Əliyev Aliyev Алиев Aliev Әлијев Алієв Eliyev Alijev Ալիև
Hüseynov Guseynov Гусейнов Huseynov Huseinov Һүсејнов Husseinov
Qasımov Gasimov Qasimov Гасымов Gasymov
Qasımov Касымов Kasymov
Xəlilov Khalilov Халилов Halilov Хәлилов Xalilov
Cəfərov Jafarov Джафаров Dzhafarov Djafarov Ҹәфәров Caferov
Şükürov Shukurov Шукюров Шүкүров Shukurow
Ağayev Agayev Агаев Aghayev Ағајев Agaev
Əhmədov Ahmadov Ахмедов Akhmedov Әһмәдов Ahmedov
Quliyev Guliyev Гулијев Guliev
Quliyev Кулиев Kuliyev
İbrahimov Ibrahimov Ибрагимов Ibragimov Ибраһимов
Rəhimov Rahimov Рагимов Ragimov Рәһимов
Hacızadə Hajizade Гаджизаде Hajizada Hacizade Hajizadeh
Çələbi Chalabi Челеби Chelebi Чәләби
Cəmil Jamil Джамиль Djamil Ҹәмил Dzhamil
Fatimə Fatima Фатима Фатимә
Günel Gunel Гюнель Гүнел Gyunel
Vaqif Vagif Вагиф Вагіф
Tofiq Tofig Тофик Tofik Тофиг
Yusif Юсиф Јусиф
Yevgeni Evgeny Евгений Yevgeniy Євгеній
Maksim Maxim Максим Максім
Sərkisyan Sarkisyan Саркисян Sarkisian Սարկիսյան
Tiqranyan Tigranyan Тигранян Tigranian Տիգրանյան
Cavaxişvili Javakhishvili Джавахишвили ჯავახიშვილი
Nağıyev Nagiyev Нагиев Naghiyev Нағыјев
Heydərov Heydarov Гейдаров Geydarov Heidarov Һејдәров
Kəmalə Kamala Кямаля Kyamala Кәмалә
Zeynəb Zeynab Зейнаб Zeynep
Məhəmməd Muhammad Мухаммад Mohammed Магомед Mehmet
Əhməd Ahmad Ахмед Ahmet Akhmad
Rüstəm Rustam Рустам Rustem
Orxan Orkhan Орхан
Elçin Elchin Эльчин
Zelenski Zelensky Зеленский Зеленський Zelenskyy
Ковалёв Kovalyov
Ковалёв Ковалев Kovalev
""".strip()

LOOSE = """
Гурбанов Kurbanov
Quliyev Guliev Кулиев
Yusif Yusuf Юсуф
Aleksandr Alexander Александр
Qriqoryan Krikorian Григорян Գրիգորյան
Mirzəyev Mirzoyev Мирзоев
Ələkbərov Alekperov Алекперов
Mehdiyev Мехтиев
Mahmudov Makhmudov Махмудов Mahmutov
""".strip()

ARABIC = """
Məmmədov ممدوف
Hüseynov حسینوف
Xəlilov خلیلوف
Cəfərov جعفروف
Ağayev آقایف
Əhmədov احمدوف
Quliyev قلیف
İbrahimov ابراهیموف
Hacızadə حاجی‌زاده
Çələbi چلبی
Jamil جميل
Fatimə فاطمه
Fatima فاطمة
Vaqif واقف
Yusif یوسف
Nazim ناظم
Nizami نظامی
Şahin شاهین
Zeynəb زینب
Mohammed محمد
Həsən حسن
Əli علی
Pərviz پرویز
Novruzov نوروزوف
Mirzayev میرزایف
""".strip()

DIFFERENT = """
Kamil Kamal
Kamil Jamil
Həsən Hüseyn
Rəşad Rəşid
Vüsal Vüsalə
Fərid Fəridə
Cavad Cavid
Elman Elmar
Samir Səmra
Nazim Nizami
Nazim نظامی
Kamil کمال
Əli Vəli
Əliyev Vəliyev
Əliyev Ələkbərov
Məmmədov Məhəmmədov
Həsənov Həsənli
Quliyev Vəliyev
Rəhimov Kərimov
Kərimov Qədimov
Aliyev Alayev
Абилова Абилов
Musayev İsayev
Tahirov Zahirov
Sərkisyan Sərkisov
Cəlal Çələbi
Cəlal Çalal
""".strip()
